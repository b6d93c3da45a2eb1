import type { ReactNode } from 'react';

/** What the control of a filter is given. */
export interface ControlProps<T> {
  id: string;
  value: T;
  set(value: T): void;
  /** The value of another filter. */
  of(name: string): unknown;
  /** Said where nothing is chosen. */
  all: string;
}

/** One condition of a list, as data: the part of the state it stands for, and its control. */
export interface Filter<K extends string = string, T = unknown> {
  name: K;
  label: string;
  /** Shown once somebody asks for more conditions, or when it is set. */
  rare?: boolean;
  /** The control shows the label itself. */
  bare?: boolean;
  // A method, so that filters of many types fit into one list.
  control(props: ControlProps<T>): ReactNode;
}

/** A filter for one of the values of a state. */
export type FilterOf<S> = { [K in keyof S & string]: Filter<K, S[K]> }[keyof S & string];
