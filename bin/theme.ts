import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** dist/assets/theme.css from app/src/ui/theme.scss and govuk-frontend. */
export async function compileTheme(root: string): Promise<void> {
  const { compileAsync } = await import('sass')
  const { css } = await compileAsync(join(root, 'app/src/ui/theme.scss'), {
    style: 'compressed',
    loadPaths: [join(root, 'node_modules')],
    quietDeps: true,
  })
  mkdirSync(join(root, 'dist/assets'), { recursive: true })
  writeFileSync(join(root, 'dist/assets/theme.css'), css)
}
