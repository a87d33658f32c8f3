import type { Rules } from '../../validation/rules';
import type { Principal } from './api-keys';
import { blame, refuse, success, type Refusal } from './errors';
import type { InterflowRoute, Outcome } from './interflow-route';
import { isRefused, owned } from './ownership';
import { phoneProblem } from './phone';
import type { Store } from './seed';
import { validate } from './validate';

/** What a WhatsApp text may hold, characters, and a file, bytes. */
const MAX_TEXT = 4096;
const MAX_FILE = 16 * 1024 ** 2;
const MEDIA_TYPES = ['image/jpeg', 'image/png', 'video/mp4', 'audio/mpeg', 'application/pdf'];

type Fields = Readonly<Record<string, unknown>>;

const MESSAGE: Rules = {
  channel_id: { type: 'string', required: true },
  to: { type: 'string', required: true },
  type: { type: 'string', oneOf: ['text', 'template', 'media'] },
  priority: { type: 'integer', min: 1, max: 10 },
  scheduled_at: { type: 'string', format: 'date' },
  chat_id: { type: 'string' },
  customer_id: { type: 'string' },
};
const CONTENT = {
  text: { text: { type: 'string', required: true, maxLength: MAX_TEXT } },
  template: { template: { type: 'string', required: true }, language: { type: 'string' } },
  media: {
    media_type: { type: 'string', required: true },
    size: { type: 'integer', required: true, min: 1 },
    url: { type: 'string', required: true },
  },
} as const satisfies Record<string, Rules>;

/** Sending and reading messages. */
export function messageRoutes(
  store: Store,
  now: () => number,
  newId: (prefix: string) => string,
): InterflowRoute[] {
  return [
    {
      method: 'POST',
      template: '/v1/messages/send',
      handler: {
        permission: 'messages:send',
        takesBody: true,
        handle: ({ body, principal }) => {
          const problem = formProblem(body) ?? situationProblem(store, body, principal);
          if (problem) return problem;
          return success(
            201,
            store.messages.save({
              ...body,
              id: newId('msg'),
              organization_id: principal.organization,
              status: 'queued',
              created_at: new Date(now()).toISOString(),
            }),
          );
        },
      },
    },
    {
      method: 'GET',
      template: '/v1/messages/{id}',
      handler: {
        permission: 'messages:read',
        handle: ({ params, principal }): Outcome => {
          const message = owned(store.messages, params['id'], principal, 'MESSAGE_NOT_FOUND');
          return isRefused(message) ? message : success(200, message);
        },
      },
    },
  ];
}

/** What is wrong with the message by itself. */
function formProblem(body: Fields): Refusal | undefined {
  const type = typeOf(body);
  const content = type ? CONTENT[type] : {};
  return validate(body, { ...MESSAGE, ...content }) ?? phoneProblem('to', body['to']) ?? mediaProblem(body);
}

function mediaProblem(body: Fields): Refusal | undefined {
  if (typeOf(body) !== 'media') return undefined;
  if (!MEDIA_TYPES.includes(String(body['media_type']))) {
    return blame('UNSUPPORTED_MEDIA', 'media_type', `Tipos aceitos: ${MEDIA_TYPES.join(', ')}`);
  }
  return Number(body['size']) > MAX_FILE
    ? blame('FILE_TOO_LARGE', 'size', 'O tamanho máximo é 16 MB')
    : undefined;
}

/** What keeps a good message from being sent: something that it refers to, or the plan. */
function situationProblem(store: Store, body: Fields, principal: Principal): Refusal | undefined {
  const references = [
    owned(store.channels, body['channel_id'], principal, 'CHANNEL_NOT_FOUND'),
    ...(body['chat_id'] === undefined
      ? []
      : [owned(store.chats, body['chat_id'], principal, 'CHAT_NOT_FOUND')]),
    ...(body['customer_id'] === undefined
      ? []
      : [owned(store.customers, body['customer_id'], principal, 'CUSTOMER_NOT_FOUND')]),
  ];
  const refused = references.find(isRefused);
  if (refused) return refused;
  const [channel] = references;
  if (channel && !isRefused(channel) && channel['status'] !== 'connected') {
    return refuse('CHANNEL_DISCONNECTED');
  }
  if (typeOf(body) === 'template') {
    const template = store.templates.find('name', body['template']);
    const language = body['language'] ?? 'pt_BR';
    if (template?.['status'] !== 'approved' || template['language'] !== language) {
      return refuse('TEMPLATE_NOT_APPROVED');
    }
  }
  return principal.outOfQuota ? refuse('QUOTA_EXCEEDED') : undefined;
}

/** Messages are texts unless they say otherwise; nothing where they say something unknown. */
function typeOf({ type = 'text' }: Fields): keyof typeof CONTENT | undefined {
  return typeof type === 'string' && Object.hasOwn(CONTENT, type)
    ? (type as keyof typeof CONTENT)
    : undefined;
}
