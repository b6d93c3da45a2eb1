import type { Column } from '../query';

/** Columns as the grid has them: those of the layout, and the note behind them. */
export type GridColumn = Pick<Column, 'code' | 'title' | 'input' | 'decided' | 'options'>;
