/**
 * Style sheets are served as they are to Chromium 86 (`browserslist` in package.json). Ignored are features of which
 * that browser lacks only a part that we do not use.
 */
export default {
  plugins: ['stylelint-no-unsupported-browser-features'],
  rules: {
    'plugin/no-unsupported-browser-features': [
      true,
      { severity: 'error', ignore: ['css-sticky', 'multicolumn', 'css-overflow', 'text-decoration'] },
    ],
  },
};
