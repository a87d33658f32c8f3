import { visible } from '../../../core/text/visible';
import type {
  Block,
  CausesBlock,
  CauseView,
  CodeBlock,
  Detail,
  Mark,
  RuledOutBlock,
  TableBlock,
} from '../view/panel-view';
import { buttonRow } from './button';
import type { Context } from './context';
import { type Child, h, prose } from './element';
import { fold } from './fold';
import { icon } from './icon';
import { colour } from './colours';
import { foldedLines } from './folded-lines';
import { offerList } from './offer-list';
import { phases } from './phases';
import { pictures } from './picture';

/** Draws one block of a tab. */
export function drawBlock(block: Block, context: Context): HTMLElement {
  switch (block.kind) {
    case 'note':
      return h('p', { class: 'note' }, block.tone && icon(block.tone), h('span', {}, block.text));
    case 'causes':
      return causes(block, context);
    case 'ruled-out':
      return ruledOut(block, context);
    case 'steps':
      return section(
        block.title,
        h('ol', { class: 'steps' }, ...block.steps.map((step) => h('li', {}, ...prose(step)))),
      );
    case 'details':
      return section(block.title, detailList(block.details));
    case 'table':
      return section(block.title, table(block));
    case 'code':
      return code(block, context);
    case 'phases':
      return section(block.title, phases(block));
    case 'pictures':
      return pictures(block);
    case 'offers':
      return section(block.title, offerList(block.offers, context));
  }
}

/** Labels with their values, as a description list. */
export function detailList(details: readonly Detail[]): HTMLElement {
  return h(
    'dl',
    { class: 'details' },
    ...details.map(({ label, value, tone }) =>
      h('div', {}, h('dt', {}, label), h('dd', {}, tone && icon(tone), h('span', {}, value))),
    ),
  );
}

function section(title: string, ...content: Child[]): HTMLElement {
  return h('section', {}, h('h2', {}, title), ...content);
}

function causes(
  { title, evidenceLabel, fixLabel, causes, more }: CausesBlock,
  context: Context,
): HTMLElement {
  const draw = ({
    id,
    title,
    verdict,
    explanation,
    evidence,
    fix,
    offers,
    open,
  }: CauseView): HTMLDetailsElement =>
    fold(
      { id: `cause-${id}`, open, kind: 'cause' },
      [
        icon(verdict.tone),
        h('h3', {}, ...prose(title)),
        h('span', { class: 'verdict', 'data-tone': verdict.tone }, verdict.word),
      ],
      [
        explanation !== '' && h('p', {}, ...prose(explanation)),
        evidence.length > 0 && h('h4', {}, evidenceLabel),
        evidence.length > 0 && h('ul', {}, ...evidence.map((each) => h('li', {}, ...prose(each)))),
        fix !== '' && h('h4', {}, fixLabel),
        fix !== '' && h('p', {}, ...prose(fix)),
        offers.length > 0 && offerList(offers, context),
      ],
      context,
    );
  const others = more && [h('h3', {}, more.title)];
  return section(
    title,
    ...causes.map(draw),
    others &&
      fold({ id: 'more-causes', open: false, kind: 'group more' }, others, more.causes.map(draw), context),
  );
}

function ruledOut({ title, causes }: RuledOutBlock, context: Context): HTMLElement {
  const lines = causes.map(({ title, evidence }) =>
    h(
      'li',
      {},
      icon('muted'),
      h(
        'span',
        {},
        ...prose(title),
        evidence !== '' && h('span', { class: 'quiet' }, ' — ', ...prose(evidence)),
      ),
    ),
  );
  return fold(
    { id: 'ruled-out', open: false, kind: 'group' },
    [h('h2', {}, title)],
    [h('ul', { class: 'signs' }, ...lines)],
    context,
  );
}

function table({ columns, rows, isProse }: TableBlock): HTMLElement {
  return h(
    'table',
    isProse ? { class: 'prose' } : {},
    h('thead', {}, h('tr', {}, ...columns.map((column) => h('th', { scope: 'col' }, column)))),
    h('tbody', {}, ...rows.map((row) => h('tr', {}, ...row.map((cell) => h('td', {}, ...tableCell(cell)))))),
  );
}

/** A text, or a sign with its word. */
const tableCell = (cell: string | Mark): Child[] =>
  typeof cell === 'string'
    ? [cell]
    : [h('span', { class: 'marked' }, icon(cell.tone), h('span', {}, cell.word))];

function code({ title, syntax, text, notes, actions }: CodeBlock, context: Context): HTMLElement {
  const content = h('code', {});
  content.append(
    ...(syntax === 'text' ? [document.createTextNode(visible(text))] : foldedLines(visible(text))),
  );
  if (syntax !== 'text') colour(content, syntax);
  return section(
    title,
    ...notes.map((note) => h('p', { class: 'note' }, icon('info'), h('span', {}, note))),
    h('pre', { tabindex: 0, role: 'region', 'aria-label': title }, content),
    actions.length > 0 && buttonRow(actions, context),
  );
}
