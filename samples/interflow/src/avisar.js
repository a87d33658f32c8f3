/** Avisa um cliente de que o pedido saiu: node src/avisar.js cus_1001 5312 */

import { buscarCliente, enviarMensagem, InterflowError } from './interflow.js';

const CANAL = process.env.INTERFLOW_CANAL ?? 'ch_whatsapp';

async function avisar(clienteId, pedido) {
  const cliente = await buscarCliente(clienteId);
  const { id } = await enviarMensagem({
    channel_id: CANAL,
    customer_id: clienteId,
    to: cliente.phone,
    text: `Olá, ${cliente.name}! O pedido ${pedido} saiu para entrega.`,
  });
  registrar('info', { msg: 'mensagem enviada', cliente: clienteId, pedido, id });
}

/** O que o atendimento deve fazer com o erro. */
export function orientacao(erro) {
  switch (erro.code) {
    case 'UNAUTHORIZED':
    case 'INVALID_TOKEN':
    case 'TOKEN_EXPIRED':
    case 'REVOKED_KEY':
      return 'Troque INTERFLOW_API_KEY.';
    case 'INSUFFICIENT_PERMISSIONS':
      return 'Dê à chave a permissão de enviar mensagens.';
    case 'ORGANIZATION_MISMATCH':
      return 'O cliente é de outra organização.';
    case 'CUSTOMER_NOT_FOUND':
      return 'O cliente foi excluído.';
    case 'CHANNEL_DISCONNECTED':
      return 'Reconecte o canal e envie de novo.';
    case 'TEMPLATE_NOT_APPROVED':
      return 'Espere a aprovação do template.';
    case 'INVALID_PHONE':
      return 'Corrija o telefone do cadastro.';
    case 'RATE_LIMIT_EXCEEDED':
      return 'Envie mais devagar.';
    case 'QUOTA_EXCEEDED':
      return 'A cota do mês acabou.';
  }
  return erro.status === 503 ? 'Tente mais tarde.' : 'Avise o suporte.';
}

function registrar(level, campos) {
  console.log(JSON.stringify({ level, time: new Date().toISOString(), ...campos }));
}

const [clienteId = 'cus_1001', pedido = '5312'] = process.argv.slice(2);
try {
  await avisar(clienteId, pedido);
} catch (erro) {
  if (!(erro instanceof InterflowError)) throw erro;
  registrar('error', {
    code: erro.code,
    status: erro.status,
    msg: erro.message,
    details: erro.details,
    cliente: clienteId,
    orientacao: orientacao(erro),
  });
  process.exitCode = 1;
}
