import { type StatusRule, words } from './rule';

/** Calls whose only or first argument is a status, and what a status is given to beside others. */
export const callRules: readonly StatusRule[] = [
  {
    name: 'res.status(404): the call names it',
    words: words(`status sendstatus setstatus setstatuscode statuscode statuscodes writehead writeheader abort
      abortwithstatus abortwithstatusjson httpcode newstringresponder newjsonresponder abortwitherror aborthttp statuscoderesult objectresult withstatus tohavestatus
      tohavestatuscode havehttpstatus respondwith httpresponsecode senderror sendresponse sendresponseheaders
      httpexception httperror httperrors createerror createhttperror newhttperror newerror reply assertstatus
      assertresponse fromu16 fromvalue setresponsecode setresponse responsestatus producesresponsetype errorhandler exceptionhandler
      httpstatus httpstatuscode httpstatusexception responsestatusexception bodilessresponse haltwith halt
      respond responsecode resolve valueof sendhttpstatus withstatuscode hasstatus hasstatuscode isstatus isstatuscode
      notfound httpresponse redirect webapplicationexception plainresponse`),
    gap: /^!?\(\s*["']?$/,
    right: /^["']?\s*(?:[,)]|$)/,
    among: 'known',
  },
  {
    name: 'throw new ApiError(401',
    after: '(',
    gap: /^\($/,
    left: /\b(?:\w*(?:http|api|status|response|web|client|server|request)\w*)(?:error|exception|problem)(?:(?:\.|::)new)?\($/i,
    among: 'errors',
  },
  {
    name: 'new FakeResponse(429) · httpx.Response(429) · ResponseTemplate::new(502)',
    after: '(',
    gap: /^\($/,
    left: /(?:[Rr]espon(?:se|der)\w{0,12}|Reply)(?:(?:::|\.)(?:new|of|make|create))?\($/,
    right: /^\s*[,)]/,
    among: 'known',
    in: 'programs',
  },
  {
    name: 'error_for_status(400, x) · hasResultStatusCode(200)',
    after: '(',
    gap: /^\(\s*["']?$/,
    left: /(?<!exit_?|order_?|payment_?|process_?|job_?|task_?)(?:status(?:_?code)?|error_?page)\(\s*["']?$/i,
    right: /^["']?\s*[,)]/,
    among: 'known',
  },
  {
    name: "c.text('Custom', 500)",
    after: ',',
    left: /\b(?:c|ctx|context)\.(?:text|json|html|body)\(.*[^\d\s],\s*$/,
    right: /^\s*\)/,
    among: 'known',
    in: 'programs',
  },
  { name: "http.STATUS_CODES['400']", after: '[', left: /STATUS_CODES\[\s*["']?$/i, among: 'known' },
  {
    name: 'assert_equal 404, response.status',
    words: ['assertequal'],
    gap: /^ $/,
    right: /^, .*status/,
    among: 'known',
    in: ['ruby'],
  },
  { name: '(HttpStatusCode)429', words: ['httpstatuscode'], gap: /^\)\s?$/, among: 'known' },
  { name: 'ctx.throw(401', words: ['throw'], left: /\b(?:ctx|context|c|this)\.throw\($/, among: 'errors' },
  {
    name: "header('X: y', true, 401)",
    after: ',',
    left: /\bheader\(.*,\s*(?:true|false),\s*$/i,
    right: /^\s*\)/,
    among: 'known',
    in: ['php'],
  },
  {
    name: 'super(404) in a class of HTTP errors',
    words: ['super', 'init'],
    gap: /^\(\s*$/,
    right: /^\s*[,)]/,
    among: 'errors',
    test: ({ text, start }) =>
      /\b(?:extends|class)\b[^;{]{0,80}\b\w*(?:http|api|status|response)\w*(?:error|exception)\b/i.test(
        text.slice(Math.max(0, start - 300), start),
      ),
  },
  {
    name: 'reply.code(404)',
    words: ['code'],
    left: /\b(?:reply|res|response|rep|h|ctx)\s*\.code\($|\)\.code\($/,
    among: 'known',
    in: 'programs',
  },
  {
    name: 'c.JSON(404, …)',
    words: words('json string html xml data file blob nocontent yaml indentedjson purejson'),
    left: /\b(?:c|ctx|context|gc)\.\w+\($/,
    right: /^\s*[,)]/,
    among: 'known',
    in: 'programs',
  },
  {
    name: "request(app).get('/x').expect(404)",
    words: ['expect'],
    left: /(?:^|[\s)])\.expect\($/,
    right: /^\s*(?:\)(?!\.to)|,)/,
    among: 'known',
  },
  { name: 'is(404)', words: ['is'], left: /\bstatus\(\)\.is\($/, among: 'known' },
  {
    name: 'http.Error(w, "busy", 503): the last argument',
    after: ',',
    left: /(?:\b\w*(?:Http|HTTP|Api|API|Status|Web|Response|Request)(?:Exception|Error)|\b\w*Response|\bhttp\.(?:Error|Redirect)|\bresponse|\bmake_response|\b(?:json|jsonify|abort_if|abort_unless|redirect|Redirect|respondWith\w*|sendJson|send_json|render\.Status|errorResponse|error_response|writeJSON|WriteJSON|writeError|respondError))\s*\((?:[^;]*[^;,\s]),\s*$/,
    right: /^\s*(?:\)|,)/,
    among: 'known',
    in: 'programs',
  },
  {
    name: 'assertEquals(404, response.status())',
    after: '(,',
    left: /\b(?:assert|expect|equal)\w*!?[.( ]/i,
    right: /^\s*,\s*[\w$.>()[\]"'-]*(?:status|\.code\b|getCode\b|->code\b)/i,
    among: 'known',
  },
  {
    name: 'assertEqual(response.status_code, 404)',
    after: ',',
    left: /\b(?:assert|expect|equal|should|have)\w*!?[.(][^;]*status\w*(?:\(\))?(?:\.\w+\(\))*["'\])]*\s*,\s*["']?$/i,
    among: 'known',
  },
  {
    name: 'header("HTTP/1.1 404")',
    after: '0123',
    left: /HTTP\/\d(?:\.\d)?\\?["']?\s+$/,
    among: 'all',
  },
  {
    name: 'status 404, halt 403, head 204',
    words: words('status halt head error assertresponse sendfile'),
    gap: /^ $/,
    right: /^\s*(?:[,}]|do\b|$|#|if\b|unless\b)/,
    left: /(?:^|[{;|])\s*(?:\w+\s+)?(?:status|halt|head|error|assert_response) $/,
    among: 'known',
    in: ['ruby', 'crystal'],
  },
  {
    name: "return [404, { error: 'x' }]",
    after: '[',
    left: /\breturn\s+\[\s*$/,
    right: /^\s*,\s*\{/,
    among: 'errors',
    in: 'programs',
  },
  {
    name: '[404, {}, body] of Rack and PSGI',
    after: '[',
    left: /\[\s*$/,
    right: /^\s*,\s*(?:\{|\[|headers\b)/,
    among: 'known',
    in: ['ruby', 'perl', 'python'],
  },
];
