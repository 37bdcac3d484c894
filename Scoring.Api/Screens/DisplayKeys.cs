using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Scoring.Api.Storage;

namespace Scoring.Api.Screens;

/// <summary>Read-only keys: made and revoked in the console. The key itself is shown once; the catalog holds its digest.</summary>
public sealed class DisplayKeys(DisplayKeyRows rows, TimeProvider clock)
{
    private readonly Lazy<ConcurrentDictionary<string, DisplayKey>> byDigest =
        new(() => new(rows.All().ToDictionary(k => k.Digest, k => k.Key, StringComparer.Ordinal), StringComparer.Ordinal));

    private readonly ConcurrentDictionary<string, (string Key, Action Abort)> connections = new(StringComparer.Ordinal);

    public IReadOnlyList<DisplayKey> All => [.. byDigest.Value.Values.Where(k => k.RevokedAt is null).OrderBy(k => k.CreatedAt)];

    public int Connected(string id) => connections.Values.Count(c => c.Key == id);

    /// <returns>The key, to be shown once.</returns>
    public string Create(string name)
    {
        var secret = RandomNumberGenerator.GetHexString(40, lowercase: true);
        var key = new DisplayKey(RandomNumberGenerator.GetHexString(12, lowercase: true), name, clock.GetUtcNow(), null);
        rows.Insert(key, Digest(secret));
        byDigest.Value[Digest(secret)] = key;
        return secret;
    }

    /// <summary>Null: no such key, or revoked.</summary>
    public DisplayKey? Find(string secret) => byDigest.Value.GetValueOrDefault(Digest(secret)) is { RevokedAt: null } key ? key : null;

    /// <summary>From now on it opens nothing, and what it opened is cut.</summary>
    public void Revoke(string id)
    {
        var now = clock.GetUtcNow();
        foreach (var (digest, key) in byDigest.Value.Where(k => k.Value.Id == id))
        {
            byDigest.Value[digest] = key with { RevokedAt = key.RevokedAt ?? now };
        }

        rows.Revoke(id, now);
        foreach (var (_, abort) in connections.Values.Where(c => c.Key == id))
        {
            abort();
        }
    }

    internal void Came(string connection, string key, Action abort)
    {
        connections[connection] = (key, abort);
        if (All.All(k => k.Id != key))
        {
            abort(); // revoked between the door and here
        }
    }

    internal void Went(string connection) => connections.TryRemove(connection, out _);

    private static string Digest(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
