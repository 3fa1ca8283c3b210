/** npm hands a signal to the shell between us, which dies of it without a word; so we stop when our parent is gone. */
export function endWithShell() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, 300).unref()
}
