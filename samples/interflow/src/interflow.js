/** Um cliente da API da Interflow. */

const BASE_URL = process.env.INTERFLOW_URL ?? 'https://api.interflow.chat';
const API_KEY = process.env.INTERFLOW_API_KEY ?? '';

export class InterflowError extends Error {
  constructor(status, { code, message, details = [] }) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

export async function enviarMensagem(mensagem) {
  const response = await fetch(`${BASE_URL}/v1/messages/send`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${API_KEY}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(mensagem),
  });
  return dados(response);
}

export async function buscarCliente(id) {
  const response = await fetch(`${BASE_URL}/v1/customers/${encodeURIComponent(id)}`, {
    headers: { Authorization: `Bearer ${API_KEY}` },
  });
  return dados(response);
}

export async function criarCliente(cliente) {
  const response = await fetch(`${BASE_URL}/v1/customers`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${API_KEY}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(cliente),
  });
  return dados(response);
}

async function dados(response) {
  const corpo = await response.json();
  if (!corpo.success) throw new InterflowError(response.status, corpo.error);
  return corpo.data;
}
