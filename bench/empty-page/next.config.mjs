import path from 'node:path';

// The floor of the first view: what Next and React cost before a line of ours.
export default { turbopack: { root: path.resolve(import.meta.dirname, '../..') } };
