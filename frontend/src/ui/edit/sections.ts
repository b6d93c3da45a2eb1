import type { ReactElement, ReactNode } from 'react';
import type { FieldName } from './problems';
import type { EnumName } from '@/gql';

interface Common {
  /** As the API names it, so that its problems find the field. */
  name: FieldName | string;
  label: string;
  required?: boolean;
  /** Over all columns. */
  wide?: boolean;
  /** Said below the field. */
  hint?: ReactNode;
  placeholder?: string;
}

/** A field of a form, as data. */
export type FormField = Common &
  (
    | { kind: 'text' | 'day' }
    | { kind: 'prose'; rows?: [least: number, most: number] }
    | { kind: 'number'; suffix?: string }
    | { kind: 'enum'; values: EnumName }
    | { kind: 'unit'; fixed?: boolean }
    /** One person or several; the posts are those of the form's unit. */
    | { kind: 'person' | 'post'; several?: boolean }
    /** The label stands beside the box. */
    | { kind: 'check' }
    /** A control of the feature's own, which takes `id`, `value` and `onChange`. */
    | { kind: 'own'; control: ReactElement }
  );

/** A part of a form: a heading and the fields below it. */
export interface FormSection {
  legend: string;
  hint?: string;
  fields: readonly FormField[];
  /** What is no field, below them. */
  more?: ReactNode;
}
