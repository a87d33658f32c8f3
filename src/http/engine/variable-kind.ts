/** What a text is part of while httpyac replaces its variables; for a header field it is the field's name. */
export const VariableKind = { variable: 'Variable', url: 'Url', body: 'Body', filePath: 'FilePath' } as const;
