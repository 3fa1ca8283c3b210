// One line a figure. Takes a folder of .pb files; without one the shared elections are used. Times are CPU time of this process.
import { measuredOutcomes, officialWinners, stepping } from './agreement.ts'
import { inventedInRupiah, knownElections, realInRupiah } from './speed.ts'

knownElections()
inventedInRupiah()
realInRupiah()
stepping()
measuredOutcomes()
officialWinners()
