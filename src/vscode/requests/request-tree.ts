import {
  EventEmitter,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type Uri,
  workspace,
} from 'vscode';
import { isGood } from '../../core/diagnose/is-good';
import { requestLines } from '../../core/http-file/request-lines';
import { redactText } from '../../core/redact/redactor';
import { oneLine } from '../diagnose/lenses';
import type { OutcomeBook } from '../diagnose/outcome-book';
import { requestFiles, textOf } from './request-files';

const maximumFiles = 1000;

/** A file with requests, or one of them: with `line`, zero-based, it is what `diagnoseRequest` takes. */
interface RequestNode {
  readonly uri: Uri;
  readonly line?: number;
  /** Method and URL as written, without secrets. */
  readonly request?: string;
  readonly name?: string;
}

/** The workspace's requests with their last outcomes. A file is read when it is opened in the tree, and not before. */
export class RequestTree implements TreeDataProvider<RequestNode> {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly book: OutcomeBook) {}

  refresh(): void {
    this.changed.fire();
  }

  async getChildren(file?: RequestNode): Promise<RequestNode[]> {
    if (!file) {
      const files = await requestFiles(maximumFiles);
      return files.sort((a, b) => (a.path < b.path ? -1 : 1)).map((uri) => ({ uri }));
    }
    const { uri } = file;
    const lines = (await textOf(uri)).split(/\r?\n/);
    return requestLines(lines).map(({ line, name }) => {
      const request = redactText((lines[line] as string).trim().replace(/\s+HTTP\/[\d.]+$/i, ''));
      return { uri, line, request, ...(name === undefined ? {} : { name: redactText(name) }) };
    });
  }

  getTreeItem({ uri, line, request = '', name }: RequestNode): TreeItem {
    if (line === undefined) {
      const item = new TreeItem(uri, TreeItemCollapsibleState.Collapsed);
      item.description = workspace.asRelativePath(uri).split('/').slice(0, -1).join('/');
      return item;
    }
    const outcome = this.book.of(uri).find((each) => each.line === line);
    const item = new TreeItem(name ?? request);
    item.description = outcome ? oneLine(outcome.diagnosis) : name === undefined ? '' : request;
    item.tooltip = [name, request, outcome && oneLine(outcome.diagnosis)].filter(Boolean).join('\n');
    item.iconPath = !outcome
      ? new ThemeIcon('circle-outline')
      : isGood(outcome.diagnosis)
        ? new ThemeIcon('pass', new ThemeColor('testing.iconPassed'))
        : new ThemeIcon('error', new ThemeColor('testing.iconFailed'));
    item.contextValue = 'request';
    const selection = new Range(line, 0, line, 0);
    item.command = { command: 'vscode.open', title: '', arguments: [uri, { selection }] };
    return item;
  }
}
