import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** The layer rule: what a folder may import from the others. */
const layers = {
  'src/core': { forbidden: ['http', 'sandbox', 'vscode'], builtins: false },
  'src/http': { forbidden: ['sandbox', 'vscode'], builtins: true },
  'src/sandbox': { forbidden: ['http', 'vscode'], builtins: true },
  'src/vscode': { forbidden: [], builtins: true },
};

const layerRules = Object.entries(layers).map(([folder, { forbidden, builtins }]) => ({
  files: [`${folder}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...(forbidden.length > 0
            ? [
                {
                  regex: `^(?:\\.\\./)+(?:${forbidden.join('|')})(?:/|$)`,
                  message: `${folder} does not import this layer.`,
                },
              ]
            : []),
          { regex: '(?:^|/)extension$', message: 'Nothing imports the entry point.' },
          ...(folder === 'src/vscode'
            ? []
            : [{ regex: '^vscode$', message: `${folder} knows nothing of VS Code.` }]),
          ...(builtins
            ? []
            : [
                {
                  regex:
                    '^(?:node:|(?:fs|path|os|http|https|net|tls|crypto|child_process|util|url|stream|zlib|events|buffer)(?:/|$))',
                  message: 'The core runs anywhere: no Node built-ins.',
                },
              ]),
        ],
      },
    ],
    ...(builtins
      ? {}
      : {
          'no-restricted-globals': [
            'error',
            'process',
            'Buffer',
            'require',
            '__dirname',
            'fetch',
            'setTimeout',
          ],
        }),
  },
}));

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/', 'catalog/', 'samples/', '**/*.js', '**/*.mjs'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      'no-control-regex': 'off',
      'no-console': 'error',
      eqeqeq: ['error', 'always'],
    },
  },
  { files: ['scripts/**/*.ts', 'test/**/*.ts'], rules: { 'no-console': 'off' } },
  ...layerRules,
);
