import { readText } from '#app/domain/intake/read.ts'
const gens: Record<string, (n: number) => string> = { alines: (n) => 'a\n'.repeat(n / 2), more: (n) => '10:00 Title\n' + 'Mr. Ann Sample, Director\n'.repeat(n / 25), words: (n) => 'Workshop on water\n'.repeat(n / 18) , tlines: (n) => '10:00 x\n'.repeat(n / 8)}
readText(gens[process.argv[2] as string]!(100 * 1024))
