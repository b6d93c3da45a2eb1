/** Where a check is shown. */
export const checkPath = (id: string) => `/checks/${id}`;

export const handoversPath = '/checks/handovers';

/** How a unit's subtree is supervised. */
export const planPath = (unit: string) => `/checks/plan?unit=${unit}`;
