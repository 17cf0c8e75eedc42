import { planted } from './planted.ts';

const VIEW = 'views/forms/form.ejs';
const SCRIPT = 'views/assets/board.js';
const STYLE = 'views/assets/theme.css';

export const PLANTED_SHAPES = planted(
  ['vague name', 'a folder of everything', 'test/utils/dates.ts', 'export const day = 1;'],
  ['vague name', 'a layer instead of a slice', 'src/forms/controllers/form.ts', 'export const a = 1;'],
  ['vague name', 'a file of everything', 'src/forms/helpers.ts', 'export const a = 1;'],
  ['vague name', 'by its ending', 'src/forms/form-utils.ts', 'export const a = 1;'],
  ['barrel', 'an index', 'src/forms/index.ts', 'export const a = 1;'],
  ['barrel', 'by another name', 'src/forms/all.ts', "export * from './a.ts';\nexport { b } from './b.ts';"],
  [null, 'one re-export beside code', 'src/forms/a.ts', "export { b } from './b.ts';\nexport const a = 1;"],
  ['length', '201 lines', 'src/forms/form.ts', 'export {};\n'.repeat(201)],
  ['length', '201 lines of a test', 'test/forms/form.test.ts', 'export {};\n'.repeat(201)],
  ['length', '201 lines of a template', VIEW, '<p></p>\n'.repeat(201)],
  [null, '200 lines', 'src/forms/form.ts', 'export {};\n'.repeat(200)],
  [null, 'a long table of words', 'src/language/zh/forms.ts', 'export {};\n'.repeat(300)],
);

export const PLANTED_TEMPLATES = planted(
  ['raw output', 'a text unescaped', VIEW, '<p><%- page.text %></p>'],
  ['raw output', 'behind an include', VIEW, "<%- include('head') + page.text %>"],
  ['raw output', 'in a loop', VIEW, '<% page.rows.forEach((row) => { %>\n<%- row %>\n<% }) %>'],
  [null, 'a partial', VIEW, "<%- include('../layout/head', { title: page.title }) -%>"],
  [null, 'escaped output', VIEW, '<p class="<%= page.state %>"><%= page.text %></p>'],
  [null, 'a comment', VIEW, '<%# <%- was never printed %>'],
  ['inline code', 'a script', VIEW, '<script>start()</script>'],
  ['inline code', 'a script beside its src', VIEW, '<script src="/assets/a.js">start()</script>'],
  ['inline code', 'a handler', VIEW, '<button onclick="go()">去</button>'],
  ['inline code', 'a style', VIEW, '<p style="color: red">红</p>'],
  ['inline code', 'a style behind a value', VIEW, '<p class="<%= page.state %>" style="top: 0">上</p>'],
  ['inline code', 'a style sheet', VIEW, '<style>p { color: red }</style>'],
  ['inline code', 'an address that is code', VIEW, '<a href="javascript:go()">去</a>'],
  [null, 'a script from a file', VIEW, '<script src="/assets/board.js" defer></script>'],
  ['template logic', 'a sum', VIEW, '<%= page.index + 1 %>'],
  ['template logic', 'a share', VIEW, '<%= page.covered / page.total %>'],
  ['template logic', 'a counter', VIEW, '<% let count = 0; count++; %>'],
  ['template logic', 'a query', VIEW, '<% const rows = await page.query() %>'],
  [null, 'a choice', VIEW, '<% if (!page.empty) { %><%= page.text %><% } else { %>—<% } %>'],
);

const MACHINE_PATH = ['', 'work', 'main', 'src'].join('/');
const REGISTRY = ['https://registry', 'example', 'org/'].join('.');

export const PLANTED_TEXTS = planted(
  ['foreign host', 'a chart from a CDN', VIEW, '<script src="https://cdn.example/chart.js"></script>'],
  ['foreign host', 'without a scheme', VIEW, '<link rel="stylesheet" href="//cdn.example/a.css">'],
  ['foreign host', 'a font', STYLE, "@import url('//fonts.example/a.css');"],
  ['foreign host', 'a script that calls home', SCRIPT, "fetch('https://stat.example/');"],
  [null, 'a namespace', VIEW, '<svg xmlns="http://www.w3.org/2000/svg"></svg>'],
  [null, 'an address of ours', VIEW, '<a href="/points?grade=1">一级</a>'],
  ['old browser', 'a mixed colour', STYLE, 'p { color: color-mix(in srgb, red, blue); }'],
  ['old browser', 'a parent selector', STYLE, 'form:has(input) { margin: 0; }'],
  ['old browser', 'a container query', STYLE, '@container (min-width: 40em) { p { margin: 0; } }'],
  [null, 'plain rules', STYLE, '@media print { p { margin: 0; } }'],
  ['machine', 'a path in a page of text', 'README.md', `Look into \`${MACHINE_PATH}\`.`],
  ['machine', 'a path in a source', 'src/config.ts', `export const root = '${MACHINE_PATH}';`],
  ['machine', 'a registry', '.npmrc', `registry=${REGISTRY}`],
  [null, 'a path of every machine', 'test/support/browser.ts', "export const path = '/usr/bin/chromium';"],
  ['lockfile', 'where one machine fetched it', 'package-lock.json', '{"resolved": "a.tgz"}'],
  [null, 'a lockfile for all', 'package-lock.json', '{"integrity": "sha512-a"}'],
);
