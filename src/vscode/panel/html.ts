/** What the panel's document refers to; all but the texts come from VS Code. */
export interface PanelDocument {
  /** Random, new for each document. */
  readonly nonce: string;
  /** `webview.cspSource` */
  readonly cspSource: string;
  readonly script: string;
  readonly style: string;
  readonly title: string;
  readonly language: string;
}

/** The panel's document. Nothing runs in it but our own script, and it loads nothing but our own style sheet. */
export function panelHtml({ nonce, cspSource, script, style, title, language }: PanelDocument): string {
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${attribute(language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${attribute(style)}">
<title>${attribute(title)}</title>
</head>
<body>
<div id="status" class="unseen" role="status"></div>
<main id="panel"></main>
<script nonce="${attribute(nonce)}" src="${attribute(script)}"></script>
</body>
</html>`;
}

function attribute(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
