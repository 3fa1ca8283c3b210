// Loaded before the server: it stops when the shell that npm started it in is gone.
import { endWithShell } from './node24.js'

endWithShell()
