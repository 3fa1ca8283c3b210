import { checkEveryPage } from './every-page.ts'

await checkEveryPage('id')
