import { Collection, type Entity } from '../../storage/collection';
import { ORGANIZATION } from './api-keys';

export interface Store {
  readonly customers: Collection;
  readonly channels: Collection;
  readonly chats: Collection;
  readonly messages: Collection;
  readonly templates: Collection;
}

/** Sample data of two organizations, with a channel and a template in each state. `now`: milliseconds since the epoch. */
export function seededStore(now: number): Store {
  const created_at = new Date(now - 30 * 24 * 60 * 60 * 1000).toISOString();
  const of = (id: string, fields: Record<string, unknown>, organization_id = ORGANIZATION): Entity => ({
    id,
    organization_id,
    ...fields,
    created_at,
  });
  const other = 'org_2002';
  return {
    customers: new Collection([
      of('cus_1001', { name: 'Ana Souza', email: 'ana@example.com', phone: '+5511912345678' }),
      of('cus_1002', { name: 'Bruno Lima', email: 'bruno@example.com', phone: '+5521998765432' }),
      of('cus_2001', { name: 'Carla Dias', email: 'carla@example.com', phone: '+5531987654321' }, other),
    ]),
    channels: new Collection([
      of('ch_whatsapp', { name: 'WhatsApp Vendas', type: 'whatsapp', status: 'connected' }),
      of('ch_suporte', { name: 'WhatsApp Suporte', type: 'whatsapp', status: 'disconnected' }),
      of('ch_outra', { name: 'WhatsApp', type: 'whatsapp', status: 'connected' }, other),
    ]),
    chats: new Collection([
      of('chat_1001', { customer_id: 'cus_1001', channel_id: 'ch_whatsapp', status: 'open' }),
      of('chat_2001', { customer_id: 'cus_2001', channel_id: 'ch_outra', status: 'open' }, other),
    ]),
    messages: new Collection([
      of('msg_1001', { chat_id: 'chat_1001', type: 'text', text: 'Olá!', status: 'delivered' }),
    ]),
    templates: new Collection([
      of('tpl_pedido', { name: 'pedido_enviado', language: 'pt_BR', status: 'approved' }),
      of('tpl_promo', { name: 'promocao_marco', language: 'pt_BR', status: 'pending' }),
      of('tpl_natal', { name: 'natal', language: 'pt_BR', status: 'rejected' }),
    ]),
  };
}
