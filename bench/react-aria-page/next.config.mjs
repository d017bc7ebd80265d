import path from 'node:path';

// The page of a table that many would take, beside which the fleet is measured.
export default { turbopack: { root: path.resolve(import.meta.dirname, '../..') } };
