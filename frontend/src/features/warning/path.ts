/** Where a warning is shown. */
export const warningPath = (id: string) => `/warnings/${id}`;

/** The rules that hold on a unit. */
export const rulesPath = (unit?: string) =>
  unit ? `/warning-rules?unit=${unit}` : '/warning-rules';
