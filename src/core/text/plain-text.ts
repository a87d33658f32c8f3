/** A text of ours for places that show no markup: the backticks around code are left out. */
export const plainText = (text: string): string => text.replace(/`([^`\n]+)`/g, '$1');
