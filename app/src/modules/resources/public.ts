export { titleIn } from './budget-line.ts'
export { suppliersOfLine } from './store/contracts.ts'
export { linesOf } from './store/lines.ts'
export { resourcesOf } from './store/offers.ts'
