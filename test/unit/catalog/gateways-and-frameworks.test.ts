import assert from 'node:assert/strict';
import { given, shippedCatalogs } from '../../../scripts/catalog-files';
import { validateCatalogs } from '../../../src/core/catalog/validate';
import { evidenceAround } from '../../../src/core/explain/api-evidence';
import { explain } from '../../../src/core/explain/explain';
import { gatewayOf } from '../../../src/core/exchange/readings/gateway-page';
import { readExchange } from '../../../src/core/exchange/read-exchange';
import { diagnose } from '../../../src/core/diagnose/diagnose';
import { indexKnowledge } from '../../../src/core/diagnose/index-knowledge';
import { plainL10n } from '../../../src/core/text/language';
import { mentionsIn } from '../../../src/core/recognize/recognize';
import { answered, received, type AnswerSample } from '../exchange/samples';
import { indexOf } from '../small-index';

const index = indexOf(...validateCatalogs(shippedCatalogs(), given).catalogs);

/** What a hover shows on each place of a text that names something: the problem, best first where they overlap. */
function explained(text: string, languageId: string): string[] {
  return mentionsIn(text, index, languageId)
    .sort((a, b) => b.end - b.start - (a.end - a.start))
    .map((mention) => explain(mention, text, evidenceAround(text, mention.start, index), index, 'en'))
    .flatMap((explanation) => explanation ?? [])
    .map(({ api, problem }) => `${api.id}/${problem.id}`);
}

/** Lines as these products write them; the problem is what the longest place on the line is explained by. */
const lines: Readonly<Record<string, readonly (readonly [problem: string, line: string, languageId?: string])[]>> = {
  gateways: [
    ['nginx-upstream-timed-out', '2026/11/21 02:48:43 [error] 31#31: *7 upstream timed out (110: Connection timed out) while reading response header from upstream, client: 10.0.0.7, server: api.example.com, request: "GET /reports HTTP/1.1", upstream: "http://10.0.0.12:8080/reports", host: "api.example.com"'],
    ['nginx-upstream-connect-timed-out', '2026/11/21 02:48:43 [error] 31#31: *7 upstream timed out (110: Connection timed out) while connecting to upstream, client: 10.0.0.7, server: _, request: "GET / HTTP/1.1", upstream: "http://10.0.0.12:8080/"'],
    ['nginx-connect-failed', '2026/11/21 02:48:43 [error] 7#7: *3 connect() failed (111: Connection refused) while connecting to upstream, client: 172.18.0.1, server: , request: "GET /api HTTP/1.1", upstream: "http://127.0.0.1:3000/api"'],
    ['nginx-socket-failed', '2026/11/21 02:48:43 [crit] 31#31: *1 connect() to unix:/run/php/php8.2-fpm.sock failed (2: No such file or directory) while connecting to upstream, client: 10.0.0.7'],
    ['nginx-upstream-closed', '2026/11/21 02:48:43 [error] 31#31: *9 upstream prematurely closed connection while reading response header from upstream, client: 10.0.0.7'],
    ['nginx-upstream-closed', '2026/11/21 02:48:43 [error] 31#31: *9 recv() failed (104: Connection reset by peer) while reading response header from upstream, client: 10.0.0.7'],
    ['nginx-no-live-upstreams', '2026/11/21 02:48:43 [error] 31#31: *9 no live upstreams while connecting to upstream, client: 10.0.0.7, server: api.example.com, upstream: "http://backend/"'],
    ['nginx-upstream-header-too-big', '2026/11/21 02:48:43 [error] 31#31: *9 upstream sent too big header while reading response header from upstream, client: 10.0.0.7'],
    ['nginx-upstream-tls-failed', '2026/11/21 02:48:43 [error] 31#31: *9 SSL_do_handshake() failed (SSL: error:0A00010B:SSL routines::wrong version number) while SSL handshaking to upstream, client: 10.0.0.7'],
    ['nginx-client-tls-failed', '2026/11/21 02:48:43 [info] 31#31: *9 SSL_do_handshake() failed (SSL: error:0A000418:SSL routines::tlsv1 alert unknown ca:SSL alert number 48) while SSL handshaking, client: 10.0.0.7, server: 0.0.0.0:443'],
    ['nginx-plain-http-to-https', '<html><head><title>400 The plain HTTP request was sent to HTTPS port</title></head>'],
    ['nginx-certificate-wanted', '<center>No required SSL certificate was sent</center>', 'html'],
    ['nginx-body-too-large', '2026/11/21 02:48:43 [error] 31#31: *9 client intended to send too large body: 10485761 bytes, client: 10.0.0.7, server: _'],
    ['nginx-limiting-requests', '2026/11/21 02:48:43 [error] 31#31: *9 limiting requests, excess: 20.480 by zone "api", client: 10.0.0.7, server: _'],
    ['nginx-client-closed', '2026/11/21 02:48:43 [info] 31#31: *9 epoll_wait() reported that client prematurely closed connection, so upstream connection is closed too (104: Connection reset by peer) while reading response header from upstream'],
    ['nginx-host-not-resolved', 'nginx: [emerg] host not found in upstream "web" in /etc/nginx/conf.d/default.conf:8'],
    ['apache-backend-unreachable', '[Sat Nov 21 02:48:43.000000 2026] [proxy:error] [pid 9:tid 8] (111)Connection refused: AH00957: http: attempt to connect to 127.0.0.1:8080 (localhost:8080) failed'],
    ['apache-backend-unreachable', '[Sat Nov 21 02:48:43.000000 2026] [proxy_http:error] [pid 9] [client 10.0.0.7:5000] AH01114: HTTP: failed to make connection to backend: localhost'],
    ['apache-client-denied', '[Sat Nov 21 02:48:43.000000 2026] [authz_core:error] [pid 9] [client 10.0.0.7:5000] AH01630: client denied by server configuration: /srv/www/admin'],
    ['apache-backend-answer-bad', '[proxy:error] [pid 9] [client 10.0.0.7:5000] AH00898: Error reading from remote server returned by /api/orders'],
    ['haproxy-no-server', 'Nov 21 02:48:43 lb haproxy[9]: 10.0.0.7:5000 [21/Nov/2026:02:48:43.000] http-in api/<NOSRV> 0/-1/-1/-1/0 503 217 - - SC-- 1/1/0/0/0 0/0 "GET / HTTP/1.1"'],
    ['haproxy-server-silent', 'Nov 21 02:48:43 lb haproxy[9]: 10.0.0.7:5000 [21/Nov/2026:02:48:43.000] http-in api/web1 0/0/1/-1/30001 504 195 - - sH-- 1/1/0/0/0 0/0 "GET / HTTP/1.1"'],
    ['haproxy-no-server', '<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>'],
    ['haproxy-refused-by-rule', '<html><body><h1>403 Forbidden</h1>\nRequest forbidden by administrative rules.\n</body></html>'],
    ['envoy-upstream-connection-failed', 'upstream connect error or disconnect/reset before headers. reset reason: connection failure, transport failure reason: delayed connect error: 111'],
    ['envoy-upstream-connection-failed', '[2026-11-21T02:48:43.000Z] "GET /status HTTP/1.1" 503 UF upstream_reset_before_response_started{connection_failure} - "-" 0 91 10 - "-" "curl/8" "id" "api" "10.0.0.9:80"'],
    ['envoy-overflow', '{"response_code":503,"response_flags":"UO","duration":0}', 'json'],
    ['envoy-no-healthy-upstream', 'no healthy upstream'],
    ['envoy-timeout', 'upstream request timeout'],
    ['envoy-no-route', '[2026-11-21T02:48:43.000Z] "GET /x HTTP/1.1" 404 NR route_not_found - "-" 0 0 0 - "-"'],
    ['istio-access-denied', 'RBAC: access denied'],
    ['cloudfront-error', '<TITLE>ERROR: The request could not be satisfied</TITLE>', 'html'],
    ['cloudfront-error', 'X-Cache: Error from cloudfront', 'http'],
    ['api-gateway-endpoint-timeout', '{"message": "Endpoint request timed out"}', 'json'],
    ['api-gateway-no-such-method', '{"message":"Missing Authentication Token"}', 'json'],
    ['cloudflare-rate-limited', 'error code: 1015'],
    ['cloudflare-blocked', '<title>Attention Required! | Cloudflare</title>', 'html'],
    ['kong-no-route', '{"message":"no Route matched with those values"}', 'json'],
    ['kong-upstream-failed', '{"message":"An invalid response was received from the upstream server"}', 'json'],
    ['kong-credential-missing', '{"message":"No API key found in request"}', 'json'],
    ['go-not-found', '404 page not found'],
    ['azure-api-management-key', '{ "statusCode": 401, "message": "Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API." }', 'json'],
    ['varnish-fetch-failed', '<h1>Error 503 Backend fetch failed</h1>', 'html'],
    ['heroku-error', '2026-11-21T02:48:43+00:00 heroku[router]: at=error code=H12 desc="Request timeout" method=GET path="/" host=x.herokuapp.com'],
  ],
  'python-frameworks': [
    ['drf-not-authenticated', '{"detail":"Authentication credentials were not provided."}', 'json'],
    ['drf-permission-denied', '{"detail":"Você não tem permissão para executar essa ação."}', 'json'],
    ['drf-not-found', '{"detail":"No Order matches the given query."}', 'json'],
    ['drf-method-not-allowed', '{"detail":"Method \\"DELETE\\" not allowed."}', 'json'],
    ['drf-parse-error', '{"detail":"JSON parse error - Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"}', 'json'],
    ['drf-throttled', '{"detail":"Pedido foi limitado."}', 'json'],
    ['drf-field-errors', '{"email":["Enter a valid email address."]}', 'json'],
    ['simplejwt-token-not-valid', '{"detail":"Given token not valid for any token type","messages":[{"token_class":"AccessToken"}]}', 'json'],
    ['simplejwt-no-active-account', '{"detail":"No active account found with the given credentials"}', 'json'],
    ['django-disallowed-host', "django.core.exceptions.DisallowedHost: Invalid HTTP_HOST header: '10.0.0.7:8000'. You may need to add '10.0.0.7' to ALLOWED_HOSTS."],
    ['django-csrf', 'Forbidden (CSRF cookie not set.): /api/orders/'],
    ['pydantic-validation', '{"detail":[{"type":"missing","loc":["body","sku"],"msg":"Field required","input":{}}]}', 'json'],
    ['pydantic-validation', '{"detail":[{"type":"int_parsing","loc":["query","page"],"msg":"Input should be a valid integer, unable to parse string as an integer","input":"x"}]}', 'json'],
    ['fastapi-not-authenticated', '{"detail":"Not authenticated"}', 'json'],
    ['werkzeug-not-found', '<p>The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.</p>', 'html'],
    ['flask-not-json', "415 Unsupported Media Type: Did not attempt to load JSON data because the request Content-Type was not 'application/json'."],
    ['gunicorn-worker-timeout', '[2026-11-21 02:48:43 +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:21)'],
  ],
  'javascript-frameworks': [
    ['express-cannot', '<pre>Cannot GET /api/order</pre>', 'html'],
    ['express-cannot', '{"message":"Cannot POST /orders","error":"Not Found","statusCode":404}', 'json'],
    ['body-parser-invalid-json', `SyntaxError: Unexpected token '<', "<!DOCTYPE "... is not valid JSON`],
    ['body-parser-invalid-json', 'SyntaxError: Unexpected token } in JSON at position 23'],
    ['body-parser-too-large', 'PayloadTooLargeError: request entity too large'],
    ['body-parser-too-large', "if (err.type === 'entity.too.large') return res.status(413).end();", 'javascript'],
    ['headers-already-sent', 'Error [ERR_HTTP_HEADERS_SENT]: Cannot set headers after they are sent to the client'],
    ['express-csrf', 'ForbiddenError: invalid csrf token'],
    ['express-rate-limit', 'Too many requests, please try again later.'],
    ['express-jwt-credentials', 'UnauthorizedError: Format is Authorization: Bearer [token]'],
    ['multer-limits', 'MulterError: Unexpected field'],
    ['nest-validation', '{"message":["quantity must be a number conforming to the specified constraints"],"error":"Bad Request","statusCode":400}', 'json'],
    ['nest-forbidden-resource', '{"message":"Forbidden resource","error":"Forbidden","statusCode":403}', 'json'],
    ['fastify-validation', `{"statusCode":400,"code":"FST_ERR_VALIDATION","error":"Bad Request","message":"body must have required property 'sku'"}`, 'json'],
    ['fastify-route-not-found', '{"message":"Route GET:/order not found","error":"Not Found","statusCode":404}', 'json'],
    ['fastify-content-type', `{"code":"FST_ERR_CTP_EMPTY_JSON_BODY","message":"Body cannot be empty when content-type is set to 'application/json'"}`, 'json'],
    ['next-api-route', 'API resolved without sending a response for /api/hello, this may result in stalled requests.'],
  ],
  'java-frameworks': [
    ['spring-whitelabel', '<h1>Whitelabel Error Page</h1>', 'html'],
    ['spring-no-resource', '{"type":"about:blank","title":"Not Found","status":404,"detail":"No static resource api/order.","instance":"/api/order"}', 'json'],
    ['spring-method', "org.springframework.web.HttpRequestMethodNotSupportedException: Request method 'POST' is not supported"],
    ['spring-body-unreadable', 'WARN 1 --- [nio-8080-exec-1] .w.s.m.s.DefaultHandlerExceptionResolver : Resolved [org.springframework.http.converter.HttpMessageNotReadableException: JSON parse error: Unexpected character]'],
    ['spring-validation', 'Resolved [org.springframework.web.bind.MethodArgumentNotValidException: Validation failed for argument [0] in public void Orders.create(Order)]'],
    ['spring-parameter', '{"status":400,"detail":"Required parameter \'page\' is not present."}', 'json'],
    ['spring-security-not-authenticated', '{"status":401,"error":"Unauthorized","message":"Full authentication is required to access this resource","path":"/api/orders"}', 'json'],
    ['spring-jwt-refused', 'WWW-Authenticate: Bearer error="invalid_token", error_description="An error occurred while attempting to decode the Jwt: Jwt expired at 2026-11-21T02:00:00Z"', 'http'],
    ['spring-bad-credentials', 'org.springframework.security.authentication.BadCredentialsException: Bad credentials'],
    ['spring-firewall', 'org.springframework.security.web.firewall.RequestRejectedException: The request was rejected because the URL contained a potentially malicious String "//"'],
    ['tomcat-bad-request-line', 'java.lang.IllegalArgumentException: Invalid character found in method name [0x160x030x01]. HTTP method names must be tokens'],
    ['spring-circuit-breaker-open', "io.github.resilience4j.circuitbreaker.CallNotPermittedException: CircuitBreaker 'orders' is OPEN and does not permit further calls"],
    ['spring-rest-client', 'org.springframework.web.client.ResourceAccessException: I/O error on GET request for "http://orders/": Connection refused'],
    ['quarkus-resource-not-found', 'RESTEASY003210: Could not find resource for full path: http://localhost:8080/order'],
  ],
  'ruby-and-php-frameworks': [
    ['rails-routing-error', 'ActionController::RoutingError (No route matches [GET] "/order"):'],
    ['rails-record-not-found', "ActiveRecord::RecordNotFound (Couldn't find Order with 'id'=42):"],
    ['rails-parameter-missing', 'ActionController::ParameterMissing (param is missing or the value is empty: order):'],
    ['rails-csrf', "Can't verify CSRF token authenticity."],
    ['rails-blocked-host', '[ActionDispatch::HostAuthorization::DefaultResponseApp] Blocked hosts: api.example.test'],
    ['rack-attack', 'Retry later'],
    ['laravel-unauthenticated', '{"message":"Unauthenticated."}', 'json'],
    ['laravel-unauthenticated', '[2026-11-21 02:48:43] production.ERROR: Route [login] not defined. {"exception":"[object]"}'],
    ['laravel-invalid-data', '{"message":"The given data was invalid.","errors":{"email":["The email field is required."]}}', 'json'],
    ['laravel-throttled', '{"message":"Too Many Attempts."}', 'json'],
    ['laravel-csrf', '{"message":"CSRF token mismatch."}', 'json'],
    ['laravel-no-query-results', '{"message":"No query results for model [App\\\\Models\\\\Order] 42"}', 'json'],
    ['laravel-route-not-found', '{"message":"The route api/order could not be found."}', 'json'],
    ['symfony-no-route', 'Uncaught PHP Exception Symfony\\Component\\HttpKernel\\Exception\\NotFoundHttpException: "No route found for "GET http://localhost/order"" at RouterListener.php line 127'],
    ['php-upload-limits', 'PHP Warning:  POST Content-Length of 9437184 bytes exceeds the limit of 8388608 bytes in Unknown on line 0'],
  ],
  dotnet: [
    ['aspnet-validation', '{"title":"One or more validation errors occurred.","status":400,"errors":{"Sku":["The Sku field is required."]},"traceId":"00-1-2-00"}', 'json'],
    ['aspnet-validation', 'System.Text.Json.JsonException: The JSON value could not be converted to System.Int32. Path: $.quantity | LineNumber: 0 | BytePositionInLine: 18.'],
    ['aspnet-antiforgery', 'The required antiforgery cookie ".AspNetCore.Antiforgery.x" is not present.'],
    ['aspnet-authentication', '      AuthenticationScheme: Bearer was challenged.'],
    ['aspnet-body-limits', 'Microsoft.AspNetCore.Server.Kestrel.Core.BadHttpRequestException: Request body too large. The max request body size is 30000000 bytes.'],
    ['iis-substatus', '<h2>HTTP Error 404.13 - Not Found</h2>', 'html'],
    ['dotnet-status-not-success', 'System.Net.Http.HttpRequestException: Response status code does not indicate success: 502 (Bad Gateway).'],
  ],
  'graphql-and-grpc': [
    ['graphql-validation-failed', '{"errors":[{"message":"Cannot query field \\"nam\\" on type \\"Order\\".","extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}', 'json'],
    ['graphql-parse-failed', 'GraphQLError: Syntax Error: Expected Name, found "}".'],
    ['graphql-bad-user-input', '{"errors":[{"message":"Variable \\"$id\\" of required type \\"ID!\\" was not provided."}]}', 'json'],
    ['graphql-persisted-query', '{"errors":[{"message":"PersistedQueryNotFound","extensions":{"code":"PERSISTED_QUERY_NOT_FOUND"}}]}', 'json'],
    ['graphql-null-in-non-null', 'Error: Cannot return null for non-nullable field Order.total.'],
    ['graphql-unauthenticated', '{"errors":[{"message":"x","extensions":{"code":"UNAUTHENTICATED"}}]}', 'json'],
    ['grpc-resource-exhausted', 'rpc error: code = ResourceExhausted desc = grpc: received message larger than max (5242880 vs. 4194304)'],
    ['grpc-deadline-exceeded', 'rpc error: code = DeadlineExceeded desc = context deadline exceeded'],
    ['grpc-unavailable', 'io.grpc.StatusRuntimeException: UNAVAILABLE: io exception'],
    ['grpc-permission-denied', '{"error":{"code":403,"message":"x","status":"PERMISSION_DENIED"}}', 'json'],
  ],
  aws: [
    ['aws-access-denied', '<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>', 'xml'],
    ['aws-access-denied', 'botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the GetObject operation: Access Denied'],
    ['aws-signature-mismatch', 'SignatureDoesNotMatch: The request signature we calculated does not match the signature you provided. Check your key and signing method.'],
    ['aws-clock', '<Code>RequestTimeTooSkewed</Code>', 'xml'],
    ['aws-expired-token', 'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.'],
    ['aws-unknown-key', '{"__type":"UnrecognizedClientException","message":"x"}', 'json'],
    ['aws-credentials-missing', 'Unable to locate credentials. You can configure credentials by running "aws configure".'],
    ['aws-throttled', '{"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException"}', 'json'],
    ['aws-throttled', "if error.response['Error']['Code'] == 'ThrottlingException':", 'python'],
    ['aws-throttled', '<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>', 'xml'],
    ['aws-s3-no-such-key', '<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>', 'xml'],
  ],
  network: [
    ['connection-refused', 'Errno::ECONNREFUSED: Failed to open TCP connection to localhost:3000 (Connection refused - connect(2) for "localhost" port 3000)'],
    ['host-not-found', 'SocketError: Failed to open TCP connection to api.exmaple.com:443 (getaddrinfo: Name or service not known)'],
    ['connect-timeout', 'Net::OpenTimeout: execution expired'],
    ['answer-timeout', 'Net::ReadTimeout: Net::ReadTimeout with #<TCPSocket:(closed)>'],
    ['host-not-found', 'GuzzleHttp\\Exception\\ConnectException: cURL error 6: Could not resolve host: api.exmaple.com (see https://curl.haxx.se/libcurl/c/libcurl-errors.html)'],
    ['answer-timeout', 'cURL error 28: Operation timed out after 5001 milliseconds with 0 bytes received'],
    ['stream-not-opened', 'PHP Warning:  file_get_contents(https://api.example.com/x): Failed to open stream: HTTP request failed! HTTP/1.1 401 Unauthorized in /srv/a.php on line 3'],
    ['connection-refused', 'Get "http://localhost:8080/": dial tcp [::1]:8080: connect: connection refused'],
    ['host-not-found', 'Get "https://api.exmaple.com/": dial tcp: lookup api.exmaple.com on 127.0.0.53:53: no such host'],
    ['connection-refused', 'java.net.ConnectException: Connection refused'],
    ['certificate-issuer-unknown', 'javax.net.ssl.SSLHandshakeException: PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target'],
    ['connection-refused', 'error sending request for url (http://localhost:8080/): error trying to connect: tcp connect error: Connection refused (os error 111)'],
    ['connection-reset', 'curl: (52) Empty reply from server'],
    ['connect-timeout', 'requests.exceptions.ConnectTimeout: HTTPConnectionPool(host=\'10.0.0.1\', port=443): Max retries'],
    ['connection-refused', "urllib3.exceptions.NewConnectionError: <urllib3.connection.HTTPConnection object at 0x7f>: Failed to establish a new connection: [Errno 111] Connection refused"],
  ],
}; // prettier-ignore

describe('what gateways, frameworks and runtimes write is recognized:', () => {
  for (const [catalog, cases] of Object.entries(lines)) {
    describe(catalog, () => {
      for (const [problem, line, languageId = 'log'] of cases)
        it(`${problem}: ${line.slice(0, 100)}`, () => {
          assert.equal(explained(line, languageId)[0], `${catalog}/${problem}`);
        });
    });
  }
});

/** Prose, comments and code that use the same words and mean no error. */
const innocent: readonly (readonly [languageId: string, lines: readonly string[]])[] = [
  ['typescript', [
    'const { missingSchema } = validate;',
    '// the user is unauthenticated, so show the sign-in page',
    '// Retry later when the queue is empty',
    'const isForbiddenResource = (path: string) => denied.has(path);',
    '// skip invalid credentials in tests',
    "const missing = fields.filter((field) => !(field in body));",
    "type State = 'missing' | 'invalid' | 'required';",
    'if (kind === "error") throw new Error(reason);',
    '// A field required by the schema is marked with a star.',
    'export class ResourceNotFoundException extends HttpException {}',
    'throw new ServiceUnavailableException();',
    "import { AccessDeniedException } from './errors';",
    '// connection refused by the user',
    '// validation failed earlier, so nothing is left to do',
    'const bodyTooLarge = size > limit;',
    'return response.status === expected;',
    '// the stream is not readable by others',
    'const cancelled = order.state === "CANCELLED_BY_USER_";',
    'const timeout = 30_000; // upstream gets half of it',
    '/** Cannot get worse than this. */',
    "logger.info('no route configured yet');",
    '// name should not be empty',
    '// Unknown type of node: treat as text',
    'const [UF, DC] = regions;',
    'const NR = 4, UT = 5, LR = 6;',
    'expect(list).toHaveLength(0);',
    '// access denied? ask the owner',
    "const labels = { forbidden: 'Not here', throttle: 'slow' };",
    '// bad credentials are handled by the caller',
    'await client.close(); // premature close is fine here',
    "describe('a token that is blacklisted', () => {});",
  ]],
  ['python', [
    '# not authenticated yet',
    '# Request was malformed, see the log',
    'def permission_denied(request): ...',
    'not_found = []',
    'throttled = rate > limit',
    '# the token is expired or invalid',
    'class ValidationException(Exception): pass',
    'parse_error = None',
    'value_error = float(x) - y',
    'string_type = str',
    'greater_than = a > b',
    '# this list may not be complete',
  ]],
  ['markdown', [
    'If the page is not found, retry later.',
    'An unauthenticated. user is redirected',
    'Users who are not authenticated see the landing page.',
    'Our gateway has a circuit breaker.',
    'The upstream sends a big header.',
    'Access is denied to anonymous users by default.',
    'Connection refused is what you see when nothing listens.',
    'A limit of ten requests applies.',
    'Do not cancel the task while it runs.',
    'We offer no healthy snacks upstream.',
  ]],
  ['log', [
    'INFO order 42 shipped to SP, UF of destination RJ',
    'INFO DC 3 is the primary region',
    'INFO NR 17 of the list done, UT1 skipped',
    'INFO order state changed to CANCELLED by the customer',
    'INFO build ABORTED by user',
    'INFO user signed in',
    'DEBUG the cache is missing an entry for key a',
    'INFO retry later scheduled for job 9',
    'INFO ratio -- SC of 4',
    'INFO 12 upstreams are live',
    'INFO health check passed on /status',
    'INFO listening for GET and POST',
  ]],
]; // prettier-ignore

describe('the same words in prose and code stay silent:', () => {
  const known = new Set(Object.keys(lines));
  for (const [languageId, texts] of innocent)
    for (const text of texts)
      it(`${languageId}: ${text}`, () => {
        const found = explained(text, languageId).filter((problem) => known.has(problem.split('/')[0] ?? ''));
        assert.deepEqual(found, []);
      });
});

/** Bodies that servers in front of an API send of themselves, whole; and the problem that Diagnose finds in them. */
const pages: readonly (readonly [product: string, status: number, problem: string, body: string])[] = [
  ['nginx', 502, 'bad-gateway', '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.22.1</center>\r\n</body>\r\n</html>\r\n'],
  ['nginx', 400, 'nginx-plain-http-to-https', '<html>\r\n<head><title>400 The plain HTTP request was sent to HTTPS port</title></head>\r\n<body>\r\n<center><h1>400 Bad Request</h1></center>\r\n<center>The plain HTTP request was sent to HTTPS port</center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n'],
  ['OpenResty', 503, 'service-unavailable', '<html>\r\n<head><title>503 Service Temporarily Unavailable</title></head>\r\n<body>\r\n<center><h1>503 Service Temporarily Unavailable</h1></center>\r\n<hr><center>openresty</center>\r\n</body>\r\n</html>\r\n'],
  ['Apache', 503, 'service-unavailable', '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>503 Service Unavailable</title>\n</head><body>\n<h1>Service Unavailable</h1>\n<p>The server is temporarily unable to service your\nrequest due to maintenance downtime or capacity\nproblems. Please try again later.</p>\n<hr>\n<address>Apache/2.4.62 (Debian) Server at api.example.com Port 80</address>\n</body></html>\n'],
  ['HAProxy', 503, 'service-unavailable', '<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>\n'],
  ['Envoy', 503, 'envoy-upstream-connection-failed', 'upstream connect error or disconnect/reset before headers. reset reason: connection failure'],
  ['Envoy', 503, 'envoy-no-healthy-upstream', 'no healthy upstream'],
  ['Envoy', 504, 'envoy-timeout', 'upstream request timeout'],
  ['Istio', 403, 'istio-access-denied', 'RBAC: access denied'],
  ['AWS load balancer', 502, 'bad-gateway', '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n'],
  ['CloudFront', 403, 'cloudfront-error', '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">\n<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-1">\n<TITLE>ERROR: The request could not be satisfied</TITLE>\n</HEAD><BODY>\n<H1>403 ERROR</H1>\n<H2>The request could not be satisfied.</H2>\n<PRE>\nGenerated by cloudfront (CloudFront)\nRequest ID: x==\n</PRE></BODY></HTML>'],
  ['Cloudflare', 429, 'cloudflare-rate-limited', 'error code: 1015'],
  ['Cloudflare', 403, 'cloudflare-blocked', '<!DOCTYPE html>\n<html class="no-js" lang="en-US">\n<head>\n<title>Attention Required! | Cloudflare</title>\n</head><body></body></html>'],
  ['Traefik', 502, 'bad-gateway', 'Bad Gateway'],
  ['Google', 404, 'google-front-end', '<!DOCTYPE html>\n<html lang=en>\n<title>Error 404 (Not Found)!!1</title>\n<p><b>404.</b> <ins>That’s an error.</ins>\n'],
  ['Azure', 502, 'bad-gateway', '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>Microsoft-Azure-Application-Gateway/v2</center>\r\n</body>\r\n</html>\r\n'],
  ['Varnish', 503, 'varnish-fetch-failed', '<!DOCTYPE html>\n<html>\n  <head>\n    <title>503 Backend fetch failed</title>\n  </head>\n  <body>\n    <h1>Error 503 Backend fetch failed</h1>\n    <p>Backend fetch failed</p>\n    <h3>Guru Meditation:</h3>\n    <p>XID: 32770</p>\n    <hr>\n    <p>Varnish cache server</p>\n  </body>\n</html>\n'],
  ['Kubernetes ingress', 404, 'kubernetes-ingress-default', 'default backend - 404'],
]; // prettier-ignore

describe('the page of a gateway is told from an answer of the API:', () => {
  const knowledge = indexKnowledge(index);
  for (const [product, status, problem, body] of pages) {
    it(`${product} ${status}: ${problem}`, () => {
      const type = body.startsWith('<') ? 'text/html' : 'text/plain';
      const exchange = answered({ status, headers: { 'Content-Type': type }, body });
      assert.equal(gatewayOf(readExchange(exchange, undefined, received, knowledge.pages)), product);
      const diagnosis = diagnose(exchange, { api: undefined, knowledge, now: received, l10n: plainL10n() });
      assert.equal(diagnosis.problem?.id, problem);
    });
  }
});

describe('the exchange proves which cause it is:', () => {
  const knowledge = indexKnowledge(index);
  const hour = 3_600_000;
  const cases: readonly (readonly [cause: string, answer: AnswerSample])[] = [
    [
      'aws-local-clock-off',
      {
        status: 403,
        headers: { 'Content-Type': 'application/xml', Date: new Date(received - hour).toUTCString() },
        body: '<?xml version="1.0"?><Error><Code>RequestTimeTooSkewed</Code><Message>The difference between the request time and the current time is too large.</Message></Error>',
      },
    ],
    [
      'aws-explicit-deny',
      {
        status: 400,
        body: {
          __type: 'AccessDeniedException',
          message:
            'User: arn:aws:iam::1:user/a is not authorized to perform: dynamodb:Scan on resource: t with an explicit deny in a service control policy',
        },
      },
    ],
    [
      'simplejwt-blacklisted',
      { status: 401, body: { detail: 'Token is blacklisted', code: 'token_not_valid' } },
    ],
    [
      'mesh-tls-mismatch',
      {
        status: 503,
        headers: { 'Content-Type': 'text/plain' },
        body: 'upstream connect error or disconnect/reset before headers. reset reason: connection failure, transport failure reason: TLS error: 268435703:SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER',
      },
    ],
    [
      'nest-property-not-whitelisted',
      {
        status: 400,
        body: { statusCode: 400, message: ['property color should not exist'], error: 'Bad Request' },
      },
    ],
    [
      'grpc-message-too-large',
      {
        status: 429,
        body: {
          error: {
            code: 429,
            status: 'RESOURCE_EXHAUSTED',
            message: 'grpc: received message larger than max (5242880 vs. 4194304)',
          },
        },
      },
    ],
  ];
  for (const [cause, answer] of cases)
    it(cause, () => {
      const options = { api: undefined, knowledge, now: received, l10n: plainL10n() };
      const { problem, causes } = diagnose(answered(answer), options);
      assert.deepEqual(
        causes.filter(({ id }) => id === cause).map(({ verdict }) => verdict),
        ['confirmed'],
        `${problem?.id}: ${causes.map(({ id, verdict }) => `${id} ${verdict}`).join(', ')}`,
      );
    });
});
