using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Scoring.Api.Storage;
using Scoring.Core.Definition;
using Scoring.Core.People;

namespace Scoring.Api.Tablets;

/// <summary>Pairing codes and paired tablets. Kept in the catalog; contact and waiting entries live in memory.</summary>
public sealed class PairedTablets
{
    private static readonly TimeSpan CodeLife = TimeSpan.FromHours(12), InTurns = TimeSpan.FromMinutes(1);

    private readonly DeviceRows rows;
    private readonly TimeProvider clock;
    private readonly ConcurrentDictionary<string, Device> devices;
    private readonly ConcurrentDictionary<string, Action> connections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> addresses = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    public PairedTablets(DeviceRows rows, TimeProvider clock)
    {
        this.rows = rows;
        this.clock = clock;
        devices = new(rows.All().ToDictionary(d => d.Id, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>Not revoked, in the order of their names.</summary>
    public IReadOnlyList<Device> All => [.. devices.Values.Where(d => d.RevokedAt is null).OrderBy(d => d.Name, ReadingOrder.Names)];

    public Device? Active(string id) => devices.TryGetValue(id, out var device) && device.RevokedAt is null ? device : null;

    /// <summary>Makes a fresh code; earlier unused codes of the same judge stop working.</summary>
    /// <param name="until">Valid so long, as those printed for the contest's day are; null or sooner than usual: the usual twelve hours.</param>
    public PairingCode CreateCode(CompetitionId competition, JudgeId judge, DateTimeOffset? until = null)
    {
        var usual = clock.GetUtcNow() + CodeLife;
        var code = new PairingCode(PairingAlphabet.NewCode(), until > usual ? until.Value : usual, competition, judge);
        rows.ReplaceCode(Digest(code.Code), code);
        return code;
    }

    /// <summary>Codes that were given out and still work: whoever makes new ones spoils them.</summary>
    /// <returns>A mark of each, by which a change is seen; not the code.</returns>
    public IReadOnlyList<(string Mark, JudgeId Judge)> Unused(CompetitionId competition) => rows.Unused(competition, clock.GetUtcNow());

    /// <summary>Turns a code into a device. Null: unknown, used or expired, which look the same from outside.</summary>
    public Device? Pair(string typed)
    {
        if (PairingAlphabet.Normalize(typed) is not { } code)
        {
            return null;
        }

        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (rows.UseCode(Digest(code), now) is not { } found)
            {
                return null;
            }

            var name = (devices.Values.Count(d => d.Competition == found.Competition) + 1).ToString("00", System.Globalization.CultureInfo.InvariantCulture);
            var device = new Device(RandomNumberGenerator.GetHexString(32, lowercase: true), name, found.Competition, found.Judge, now, null, now);
            rows.Insert(device);
            return devices[device.Id] = device;
        }
    }

    /// <summary>From now on this tablet is a stranger; an open connection of it is cut.</summary>
    public void Revoke(string id)
    {
        var now = clock.GetUtcNow();
        if (Change(id, d => d with { RevokedAt = d.RevokedAt ?? now }) is null)
        {
            return;
        }

        rows.Revoke(id, now);
        if (connections.TryRemove(id, out var abort))
        {
            abort();
        }
    }

    public void Contact(string id, int? waiting = null)
    {
        var now = clock.GetUtcNow();
        Change(id, d => waiting is { } left ? Waits(d, left) with { LastContact = now } : d with { LastContact = now });
    }

    /// <summary>An entry of this tablet had its answer: it is right that one less waits there.</summary>
    public void Answered(string id) => Change(id, d => d with { Answered = d.Answered + 1 });

    // A word may have been said before an answer came: what is answered may still be counted as waiting in the next one.
    private static Device Waits(Device device, int left)
    {
        var fewer = Math.Max(0, device.Waiting - left);
        var gone = Math.Max(0, fewer - device.Answered);
        return device with { Waiting = left, Answered = left == 0 ? 0 : Math.Max(0, device.Answered - fewer), Gone = device.Gone + gone };
    }

    /// <summary>
    /// Where a call of the tablet came from. A tablet that moves to another network has one address after the other; two machines with the same cookie call in turns.
    /// </summary>
    /// <returns>The two addresses, the first time it is seen; null: one machine.</returns>
    public (string One, string Other)? Seen(string id, string address)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            var known = addresses.GetValueOrDefault(id);
            var turns = known is not null && address == known.Before && known.Now != address && now - known.Changed < InTurns;
            addresses[id] = known is null ? new(address, null, now, false)
                : known.Now == address ? known
                : new(address, known.Now, now, known.Told || turns);
            return turns && !known!.Told ? (address, known.Now) : null; // in turns: it was known
        }
    }

    /// <summary>Tablets that are connected, and where each was last seen.</summary>
    public IReadOnlyList<(string Name, System.Net.IPAddress Address)> Reached()
    {
        lock (gate)
        {
            return
            [
                .. All.Where(d => d.Connected && addresses.ContainsKey(d.Id))
                    .Select(d => (d.Name, System.Net.IPAddress.Parse(addresses[d.Id].Now))),
            ];
        }
    }

    private sealed record Place(string Now, string? Before, DateTimeOffset Changed, bool Told);

    /// <param name="abort">Cuts the connection when the device is revoked.</param>
    public void Connected(string id, Action abort)
    {
        var now = clock.GetUtcNow();
        connections[id] = abort;
        Change(id, d => d with { LastContact = now, Connected = true });
    }

    public void Disconnected(string id, Action abort)
    {
        // A tablet that came back on a new connection is not gone because its old one ended.
        if (connections.TryRemove(new KeyValuePair<string, Action>(id, abort)))
        {
            Change(id, d => d with { Connected = false });
        }
    }

    private Device? Change(string id, Func<Device, Device> change)
    {
        while (devices.TryGetValue(id, out var now))
        {
            var then = change(now);
            if (devices.TryUpdate(id, then, now))
            {
                return then;
            }
        }

        return null;
    }

    private static string Digest(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
