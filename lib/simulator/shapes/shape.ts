/**
 * What a member of a request may be, as the DRS model says it. Tables of these are all that an operation says
 * about its input; read.ts and constraints.ts do the rest.
 */
export type Shape =
  | StringShape
  | { type: 'integer' | 'long'; range?: Bounds }
  | { type: 'boolean' }
  | { type: 'list'; length?: Bounds; of: Shape }
  | { type: 'map'; sensitive?: true; key: StringShape; value: StringShape }
  | Structure;

export interface StringShape {
  type: 'string';
  length?: Bounds;
  /** As the model writes it; the whole value has to match. */
  pattern?: RegExp;
  values?: readonly string[];
}

export interface Structure {
  type: 'structure';
  members: Record<string, Member>;
}

type Member = Shape & { required?: true };

/** Both inclusive; null where there is no bound. */
export type Bounds = readonly [least: number | null, most: number | null];

/** The value that a shape describes, once it was read. */
export type ValueOf<S> = S extends { values: readonly (infer Value)[] }
  ? Value
  : S extends { type: 'string' }
    ? string
    : S extends { type: 'integer' | 'long' }
      ? number
      : S extends { type: 'boolean' }
        ? boolean
        : S extends { type: 'list'; of: infer Of }
          ? ValueOf<Of>[]
          : S extends { type: 'map' }
            ? Record<string, string>
            : S extends { members: infer Members }
              ? ValuesOf<Members>
              : never;

type ValuesOf<Members> = {
  [Name in keyof Members as Members[Name] extends { required: true } ? Name : never]: ValueOf<
    Members[Name]
  >;
} & {
  [Name in keyof Members as Members[Name] extends { required: true } ? never : Name]?: ValueOf<
    Members[Name]
  >;
};

export const required = <const S extends Shape>(shape: S) =>
  ({ ...shape, required: true }) as const;
