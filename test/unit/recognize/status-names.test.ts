import assert from 'node:assert/strict';
import { reasonPhrases } from '../../../src/core/recognize/reason-phrases';
import { statusNamesIn } from '../../../src/core/recognize/status-names';

const found = (text: string): string[] =>
  statusNamesIn(text, 0, text.length).map(({ start, end, status }) => `${text.slice(start, end)} ${status}`);

describe('statusNamesIn reads', () => {
  const read: [where: string, text: string, place: string][] = [
    ['Go', 'w.WriteHeader(http.StatusTooManyRequests)', 'http.StatusTooManyRequests 429'],
    ['Go', 'case http.StatusTeapot:', 'http.StatusTeapot 418'],
    ['Go', 'http.StatusNonAuthoritativeInfo', 'http.StatusNonAuthoritativeInfo 203'],
    ['Go', 'return c.Status(fiber.StatusUnauthorized)', 'fiber.StatusUnauthorized 401'],
    ['Spring', 'new ResponseEntity<>(HttpStatus.UNAUTHORIZED)', 'HttpStatus.UNAUTHORIZED 401'],
    ['Spring', 'HttpStatus.PAYLOAD_TOO_LARGE.value()', 'HttpStatus.PAYLOAD_TOO_LARGE 413'],
    ['Spring', 'org.springframework.http.HttpStatus.I_AM_A_TEAPOT', 'HttpStatus.I_AM_A_TEAPOT 418'],
    ['NestJS', '@HttpCode(HttpStatus.NO_CONTENT)', 'HttpStatus.NO_CONTENT 204'],
    ['JAX-RS', 'Response.status(Response.Status.CONFLICT)', 'Response.Status.CONFLICT 409'],
    ['servlets', 'sendError(HttpServletResponse.SC_UNAUTHORIZED)', 'HttpServletResponse.SC_UNAUTHORIZED 401'],
    ['Apache', 'HttpStatus.SC_UNPROCESSABLE_ENTITY', 'HttpStatus.SC_UNPROCESSABLE_ENTITY 422'],
    ['java.net', '== HttpURLConnection.HTTP_CLIENT_TIMEOUT', 'HttpURLConnection.HTTP_CLIENT_TIMEOUT 408'],
    ['.NET', 'HttpStatusCode.TooManyRequests', 'HttpStatusCode.TooManyRequests 429'],
    ['.NET', 'System.Net.HttpStatusCode.RequestEntityTooLarge', 'HttpStatusCode.RequestEntityTooLarge 413'],
    ['ASP.NET', 'StatusCodes.Status404NotFound', 'StatusCodes.Status404NotFound 404'],
    ['Python', 'http.HTTPStatus.TOO_MANY_REQUESTS', 'HTTPStatus.TOO_MANY_REQUESTS 429'],
    ['Django', 'status=status.HTTP_404_NOT_FOUND', 'status.HTTP_404_NOT_FOUND 404'],
    ['FastAPI', 'HTTP_422_UNPROCESSABLE_ENTITY', 'HTTP_422_UNPROCESSABLE_ENTITY 422'],
    [
      'requests',
      'if r.status_code == requests.codes.too_many_requests:',
      'requests.codes.too_many_requests 429',
    ],
    ['Symfony', 'Response::HTTP_NOT_FOUND', 'Response::HTTP_NOT_FOUND 404'],
    ['Rust', 'Err(StatusCode::NOT_FOUND)', 'StatusCode::NOT_FOUND 404'],
    ['Rust', 'http::StatusCode::IM_A_TEAPOT', 'StatusCode::IM_A_TEAPOT 418'],
    ['Node', 'res.status(StatusCodes.TOO_MANY_REQUESTS)', 'StatusCodes.TOO_MANY_REQUESTS 429'],
    ['Node', 'httpStatus.BAD_GATEWAY', 'httpStatus.BAD_GATEWAY 502'],
    ['Node', 'constants.HTTP_STATUS_GONE', 'constants.HTTP_STATUS_GONE 410'],
    ['Rails', 'render json: errors, status: :unprocessable_entity', ':unprocessable_entity 422'],
    ['Rails', 'render :status => :forbidden', ':forbidden 403'],
    ['Rails', 'head :no_content', ':no_content 204'],
    ['RSpec', 'expect(response).to have_http_status(:not_found)', ':not_found 404'],
    ['Phoenix', 'put_status(conn, :gone)', ':gone 410'],
    ['Vapor', 'throw Abort(.notFound)', '.notFound 404'],
    ['Dart', 'HttpStatus.internalServerError', 'HttpStatus.internalServerError 500'],
  ];
  for (const [where, text, place] of read)
    it(`${place} (${where})`, () => assert.deepEqual(found(text), [place]));

  it('every registered status in the spelling of each convention', () => {
    for (const [status, phrase] of reasonPhrases) {
      const words = phrase.replace(/[^A-Za-z ]/g, ' ').split(' ');
      const pascal = words.map((word) => (word[0] ?? '').toUpperCase() + word.slice(1)).join('');
      const snake = words.join('_').toLowerCase();
      const spelled = [
        `http.Status${pascal}`,
        `HttpStatusCode.${pascal}`,
        `HttpStatus.${snake.toUpperCase()}`,
        `StatusCode::${snake.toUpperCase()}`,
        `HTTP_${status}_${snake.toUpperCase()}`,
        `status: :${snake}`,
      ];
      for (const text of spelled)
        assert.deepEqual(
          statusNamesIn(text, 0, text.length).map((place) => place.status),
          [status],
          text,
        );
    }
  });

  it('offsets of the whole text, within the part that is asked for', () => {
    const text = 'HttpStatus.GONE\nHttpStatus.LOCKED';
    assert.deepEqual(statusNamesIn(text, 16, text.length), [{ start: 16, end: 33, status: 423 }]);
  });
});

describe('statusNamesIn is silent on', () => {
  const silent = [
    'grpc.StatusCode.NOT_FOUND',
    'grpc::StatusCode::NOT_FOUND',
    'io.grpc.Status.NOT_FOUND',
    'codes.NotFound',
    'order.StatusProcessing',
    'JobStatus.ACCEPTED',
    'MyHttpStatus.GONE',
    "request.META['HTTP_ACCEPT']",
    'HTTP_HOST',
    'HttpStatus.values()',
    'HTTP_404_CREATED',
    'NOT_FOUND',
    'StatusNotFound',
    '{ status: :pending }',
    'raise :not_found',
    '.notFound()',
  ];
  for (const text of silent) it(text, () => assert.deepEqual(found(text), []));
});

describe('statusNamesIn takes time that grows with the text only', () => {
  for (const part of ['HttpStatus.', 'HTTP_', 'a_', 'x.', 'status: :', 'put_status(a,']) {
    it(`for a line of nothing but ${part}`, () => {
      const text = part.repeat(1_000_000 / part.length);
      const begin = performance.now();
      statusNamesIn(text, 0, text.length);
      assert.ok(performance.now() - begin < 1000);
    });
  }
});
