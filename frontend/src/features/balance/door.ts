// What other features use of this one.
export { balancePath } from './path';
export { PowerBalance } from './PowerBalance';
export { AppointmentWhatIf, PortfolioWhatIf } from './WhatIf';
export { OwnLeave } from './leave/OwnLeave';
export { CloseRelations } from './relations/CloseRelations';
