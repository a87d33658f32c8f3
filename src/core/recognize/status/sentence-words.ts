/** Words that carry a sentence on after a status, in English, Portuguese and Spanish. */
const conjunctions = `
  for from on with when whenever while because and or as if until by due is was are again instead after before in to
  but at since status response page code upstream curl received via trying calling during without should must may will
  would can could needs even once then every than not mean means unless here there now always does did has had above beyond once around today yesterday
  although though that which who since so also too without via despite whereas only yesterday tomorrow tonight
  occurred happened returned encountered ocorreu ocurrió
  acima além assim
  do da dos das como e ou para por quando ao aos no na nos nas em com sem após apos depois durante porque pois se mas até ate antes desde
  pelo pela via novamente enquanto mesmo toda sempre
  y o si cuando al del en con sin tras después despues hasta pero durante otra sino siempre`
  .trim()
  .split(/\s+/);

/** What may follow a status in a sentence; a noun would make it a number of things. */
export const goesOn = new RegExp(
  String.raw`^(?:\/[1-5](?:\d\d|xx)\b|<\/|\s*(?:$|[.,;:!?)\]}"'\x60|]|—|–|->|=>|- |\()|\s+\d+\s?(?:bytes|ms)\b|\s+(?:(?:${conjunctions.join('|')})(?![\w\u00c0-\u017f])|de (?:novo|nuevo|volta)\b|errors?\b(?=\s+(?:for|from|on|when|code|response|page|with|while|again|and|or|to|\W))))`,
  'i',
);

/** What names an error or answer after its number. */
export const isError =
  /^[`'"]?\s+(?:HTTP )?(?:error|status|response|redirect|problem|code|page|handlers?)(?: (?:code|page|response|problem|handler)s?)?(?:\W|$)|^\s+(?:client|server) errors?\b|^ [A-Z]\w+ (?:error|response)s?\b|^(?:-(?:level|series|class)| range|-range)\b/i;

/** Several errors or answers after their number, which might count them, too. */
export const areErrors = /^[`'"]?\s+(?:HTTP )?(?:errors|responses|statuses|redirects|answers|replies)\b/i;

/** What is tried and fails: `could not load …: 404`, `falha ao consultar …: 503`. */
export const attempts =
  `fetch load get post put call retrieve download upload request connect send query authenticate login
  log list create update delete push pull publish register resolve refresh sync sign deliver submit reach access open
  consultar chamar buscar obter enviar baixar carregar autenticar requisitar acessar conectar criar atualizar excluir
  llamar obtener cargar descargar crear actualizar`.split(/\s+/);
