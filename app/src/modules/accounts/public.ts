export { createResetLink, createUser, type NewUser } from './create-user.ts'
export type { DemoSignIn } from './pages/sign-in-page.tsx'
export { type AccountOptions, accountRoutes } from './routes.tsx'
export { accountByEmail } from './store/accounts.ts'
