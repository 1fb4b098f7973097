// Prints the version of date-holidays, and the public holidays of Kazakhstan that it knows, substitutes with them, one a line.
// Usage: node date_holidays.js FIRST_YEAR LAST_YEAR
const Holidays = require('date-holidays')
const { version } = require('date-holidays/package.json')

const kazakhstan = new Holidays('KZ', { types: ['public'] })
const [first, last] = process.argv.slice(2).map(Number)
console.log(version)
for (let year = first; year <= last; year++) {
  for (const { date } of kazakhstan.getHolidays(year)) console.log(date.slice(0, 'YYYY-MM-DD'.length))
}
