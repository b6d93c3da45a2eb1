/** The page of a power, with the map of its process. */
export const powerPath = (id: string) => `/powers/${id}`;

/** Where the process of a power is edited. */
export const processEditPath = (id: string) => `${powerPath(id)}/process`;

/** The process of a power on paper. */
export const processPrintPath = (id: string) => `${powerPath(id)}/process/print`;
