import type { ErrorKind } from '../../pipeline/error-kinds';
import type { Refusal as AnyRefusal } from '../../pipeline/refusal';
import { json, withHeaders, type Answer } from '../../server/answer';

/**
 * The documented codes. Those that the documentation only lists have the status of their group's section; the codes of
 * messages, whose status it does not give, have 422 like the one among them that it describes.
 */
export const KINDS = {
  UNAUTHORIZED: { status: 401, message: 'API Key inválida ou ausente' },
  TOKEN_EXPIRED: { status: 401, message: 'Token expirado' },
  INVALID_TOKEN: { status: 401, message: 'Token malformado' },
  REVOKED_KEY: { status: 401, message: 'API Key foi revogada' },
  VALIDATION_ERROR: {
    status: 400,
    message: 'Dados de entrada inválidos',
    details: [{ field: 'email', message: 'Email inválido' }],
  },
  REQUIRED_FIELD: {
    status: 400,
    message: 'Campo obrigatório ausente',
    details: [{ field: 'to', message: 'Campo obrigatório' }],
  },
  INVALID_FORMAT: {
    status: 400,
    message: 'Formato inválido',
    details: [{ field: 'scheduled_at', message: 'Deve ser uma data ISO 8601' }],
  },
  OUT_OF_RANGE: {
    status: 400,
    message: 'Valor fora do range',
    details: [{ field: 'limit', message: 'Deve ser no máximo 100' }],
  },
  INVALID_TYPE: {
    status: 400,
    message: 'Tipo de dado incorreto',
    details: [{ field: 'text', message: 'Deve ser do tipo string' }],
  },
  NOT_FOUND: { status: 404, message: 'Recurso não encontrado' },
  CUSTOMER_NOT_FOUND: { status: 404, message: 'Cliente não encontrado' },
  CHANNEL_NOT_FOUND: { status: 404, message: 'Canal não encontrado' },
  CHAT_NOT_FOUND: { status: 404, message: 'Chat não encontrado' },
  MESSAGE_NOT_FOUND: { status: 404, message: 'Mensagem não encontrada' },
  CONFLICT: { status: 409, message: 'Email já está em uso' },
  CHANNEL_DISCONNECTED: { status: 422, message: 'O canal está desconectado' },
  TEMPLATE_NOT_APPROVED: { status: 422, message: 'Template não aprovado' },
  INVALID_PHONE: { status: 422, message: 'Número de telefone inválido' },
  MESSAGE_TOO_LONG: { status: 422, message: 'Mensagem muito longa' },
  UNSUPPORTED_MEDIA: { status: 422, message: 'Tipo de mídia não suportado' },
  FILE_TOO_LARGE: { status: 422, message: 'Arquivo muito grande' },
  RATE_LIMIT_EXCEEDED: { status: 429, message: 'Limite de requisições excedido.' },
  QUOTA_EXCEEDED: { status: 429, message: 'Cota do plano excedida' },
  FORBIDDEN: { status: 403, message: 'Sem permissão para este recurso' },
  INSUFFICIENT_PERMISSIONS: { status: 403, message: 'Permissões insuficientes' },
  ORGANIZATION_MISMATCH: { status: 403, message: 'Recurso pertence a outra organização' },
  INTERNAL_ERROR: { status: 500, message: 'Erro interno do servidor' },
  SERVICE_UNAVAILABLE: {
    status: 503,
    message: 'Serviço temporariamente indisponível. Tente novamente mais tarde.',
  },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof KINDS;

/** Its `details` are a list of `FieldError`. */
export type Refusal = AnyRefusal<ErrorCode>;

export interface FieldError {
  readonly field: string;
  readonly message: string;
}

export function refuse(refused: ErrorCode, more: Omit<Refusal, 'refused'> = {}): Refusal {
  return { refused, ...more };
}

/** A refusal that blames one field. */
export const blame = (refused: ErrorCode, field: string, message: string): Refusal =>
  refuse(refused, { details: [{ field, message }] });

/** The message of the rate limit, which tells the wait, seconds. */
export const limitMessage = (wait: number): string =>
  `${KINDS.RATE_LIMIT_EXCEEDED.message} Tente novamente em ${wait} segundos.`;

export function errorAnswer({ refused, message, details, headers = {} }: Refusal): Answer {
  const { status, message: usual } = KINDS[refused];
  const error = { code: refused, message: message ?? usual, details };
  return withHeaders(json(status, { success: false, error }), headers);
}

export const success = (status: number, data: unknown, more: object = {}): Answer =>
  json(status, { success: true, data, ...more });
