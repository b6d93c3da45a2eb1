/** The same keys with other words: what a translation of `T` must be. */
export type Locale<T> = { [K in keyof T]: T[K] extends string ? string : Locale<T[K]> };
