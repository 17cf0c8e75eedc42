import compat from 'eslint-plugin-compat';
import tseslint from 'typescript-eslint';
import {
  clock,
  environment,
  everywhere,
  house,
  newerThanTheFloor,
  worthlessTests,
} from './eslint/house-rules.mjs';

const readable = {
  eqeqeq: 'error',
  'house/max-lines-per-function': ['error', { max: 40 }],
  'max-depth': ['error', 3],
  'max-lines': ['error', { max: 200, skipBlankLines: false, skipComments: false }],
  'no-else-return': 'error',
  'no-param-reassign': 'error',
  'no-unneeded-ternary': 'error',
  'no-useless-rename': 'error',
  'no-var': 'error',
  'object-shorthand': 'error',
  'prefer-const': 'error',
  'prefer-template': 'error',
};

const typed = {
  '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }],
  '@typescript-eslint/consistent-type-exports': 'error',
  '@typescript-eslint/consistent-type-imports': 'error',
  '@typescript-eslint/explicit-module-boundary-types': 'error',
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  // Code points are what is counted and compared here, and spreading a string gives them.
  '@typescript-eslint/no-misused-spread': 'off',
  // Takes what knex's `where` and `insert` accept for instances of its builder.
  '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
  // An async function without await still turns what it throws into a rejection, as its type promises.
  '@typescript-eslint/require-await': 'off',
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  'house/explained-cast': 'error',
};

const inTests = {
  // chai says `expect(x).to.be.true`.
  '@typescript-eslint/no-unused-expressions': 'off',
  // What an HTTP answer or a command's output holds is what a test finds out.
  '@typescript-eslint/no-unsafe-assignment': 'off',
  '@typescript-eslint/no-unsafe-member-access': 'off',
  'house/explained-cast': 'off',
};

const plainScript = { 'no-undef': 'error', 'no-unused-vars': 'error' };

function readonlyGlobals(...names) {
  return Object.fromEntries(names.map((name) => [name, 'readonly']));
}

const nodeGlobals = readonlyGlobals('process', 'console', 'URL');
const commonJsGlobals = readonlyGlobals('process', 'console', 'module', 'require', '__dirname');
const browserGlobals = readonlyGlobals(
  ...['window', 'document', 'location', 'history', 'navigator', 'console', 'localStorage', 'sessionStorage'],
  ...['fetch', 'URL', 'URLSearchParams', 'FormData', 'AbortController', 'getComputedStyle', 'matchMedia'],
  ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'requestAnimationFrame'],
  ...['Event', 'CustomEvent', 'Element', 'HTMLElement', 'IntersectionObserver', 'ResizeObserver', 'Chart'],
);

/** The list replaces the one of an earlier block: a rule's options are not merged. */
function forbidding(...syntax) {
  return { 'no-restricted-syntax': ['error', ...syntax.flat()] };
}

export default tseslint.config(
  { ignores: ['node_modules/', 'data/local/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' }, plugins: { house } },
  { rules: { ...readable, ...forbidding(everywhere) } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: typed,
  },
  { files: ['src/**/*.ts'], rules: forbidding(everywhere, environment, clock) },
  { files: ['src/config.ts'], rules: forbidding(everywhere, clock) },
  { files: ['src/platform/clock.ts'], rules: forbidding(everywhere, environment) },
  {
    // A row is what the migrations made it, which knex cannot know: each query's cast says so.
    files: ['src/**/*-store.ts'],
    rules: { '@typescript-eslint/no-unnecessary-type-assertion': 'off', 'house/explained-cast': 'off' },
  },
  { files: ['test/**/*.ts'], rules: { ...inTests, ...forbidding(everywhere, worthlessTests) } },
  // A language's type is what its table of words gives.
  { files: ['src/language/**'], rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' } },
  // Tables of words and of made-up people are as long as they are.
  { files: ['src/language/**', 'data/**'], rules: { 'max-lines': 'off' } },
  { files: ['**/*.mjs'], languageOptions: { globals: nodeGlobals }, rules: plainScript },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: commonJsGlobals },
    rules: plainScript,
  },
  { files: ['eslint.config.mjs', 'stylelint.config.mjs'], rules: { 'no-restricted-syntax': 'off' } },
  {
    // Served as they are to Chromium 86 and later: ES2020 and nothing newer.
    files: ['views/assets/**/*.js'],
    plugins: { compat },
    languageOptions: { ecmaVersion: 2020, sourceType: 'script', globals: browserGlobals },
    rules: { ...plainScript, ...forbidding(everywhere, newerThanTheFloor), 'compat/compat': 'error' },
  },
);
