import path from 'node:path';

// The fleet is measured beside this page: a table by React Aria.
export default { turbopack: { root: path.resolve(import.meta.dirname, '../..') } };
