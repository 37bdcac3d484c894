// Exact decimals for marks: a whole number of 10^-scale. No floating point anywhere a mark passes.

const power = (n: number): bigint => 10n ** BigInt(n);

export class Decimal {
  static readonly zero = new Decimal(0n, 0);
  static readonly one = new Decimal(1n, 0);

  private constructor(private readonly units: bigint, private readonly scale: number) {}

  /** As a person types it: 4.5, .5, 4., -0.03, also full-width digits, and 。 or , for the point. Null: not a number, or it may mean two (1,234). */
  static parse(text: string): Decimal | null {
    const typed = text.normalize('NFKC').trim().replace(/[−－]/g, '-');
    if (/^-?[1-9]\d{0,2}(,\d{3})+$/.test(typed)) return null;
    const plain = typed.replace(/[。,]/g, '.');
    const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(plain);
    if (!match || !(match[2] || match[3]) || plain.length > 24) return null;
    const fraction = match[3] ?? '';
    const units = BigInt(match[2] + fraction);
    return new Decimal(match[1] ? -units : units, fraction.length);
  }

  /** A figure from the wire. JSON numbers of up to 15 digits print back exactly. */
  static of(value: number | string): Decimal {
    const [mantissa = '', exponent] = String(value).split(/e/i);
    const parsed = Decimal.parse(mantissa);
    if (!parsed) throw new RangeError(`not a decimal: ${value}`);
    if (!exponent) return parsed;
    const shift = Number(exponent);
    return shift >= 0
      ? new Decimal(parsed.units * power(shift), parsed.scale)
      : new Decimal(parsed.units, parsed.scale - shift);
  }

  static sum(values: Iterable<Decimal>): Decimal {
    let total = Decimal.zero;
    for (const value of values) total = total.plus(value);
    return total;
  }

  private at(scale: number): bigint { return this.units * power(scale - this.scale); }

  plus(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale);
    return new Decimal(this.at(scale) + other.at(scale), scale);
  }

  negated(): Decimal { return new Decimal(-this.units, this.scale); }

  minus(other: Decimal): Decimal { return this.plus(other.negated()); }

  times(other: Decimal): Decimal { return new Decimal(this.units * other.units, this.scale + other.scale); }

  /** this × factor ÷ divisor, half-up (away from zero) to so many places. */
  timesOver(factor: Decimal, divisor: Decimal, places: number): Decimal {
    const top = this.units * factor.units * power(divisor.scale + places);
    const bottom = divisor.units * power(this.scale + factor.scale);
    return new Decimal(divideHalfUp(top, bottom), places);
  }

  compare(other: Decimal): number {
    const scale = Math.max(this.scale, other.scale);
    const difference = this.at(scale) - other.at(scale);
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  equals(other: Decimal): boolean { return this.compare(other) === 0; }
  abs(): Decimal { return this.units < 0n ? new Decimal(-this.units, this.scale) : this; }
  isWhole(): boolean { return this.units % power(this.scale) === 0n; }
  isMultipleOf(step: Decimal): boolean {
    const scale = Math.max(this.scale, step.scale);
    return this.at(scale) % step.at(scale) === 0n;
  }

  /** Digits after the point that matter: 4.50 has one. */
  places(): number {
    let { units, scale } = this;
    while (scale > 0 && units % 10n === 0n) { units /= 10n; scale--; }
    return scale;
  }

  clamp(low: Decimal, high: Decimal): Decimal {
    return this.compare(low) < 0 ? low : this.compare(high) > 0 ? high : this;
  }

  /** R-B5: half-up (四舍五入), away from zero. */
  round(places: number): Decimal {
    return places >= this.scale ? this : new Decimal(divideHalfUp(this.units, power(this.scale - places)), places);
  }

  toFixed(places: number): string {
    const { units } = new Decimal(this.round(places).at(places), places);
    const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
    const whole = digits.slice(0, digits.length - places);
    return (units < 0n ? '-' : '') + whole + (places ? '.' + digits.slice(-places) : '');
  }

  /** Shortest form: 4.50 is 4.5. */
  toString(): string { return this.toFixed(this.places()); }
}

function divideHalfUp(top: bigint, bottom: bigint): bigint {
  const negative = (top < 0n) !== (bottom < 0n);
  const a = top < 0n ? -top : top;
  const b = bottom < 0n ? -bottom : bottom;
  const rounded = (2n * a + b) / (2n * b);
  return negative ? -rounded : rounded;
}
