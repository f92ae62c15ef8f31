import { histories } from './all-histories.ts'

histories(1)
