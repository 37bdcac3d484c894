using System.Text.Json;
using Scoring.Core.Definition;

namespace Scoring.Core.Marking;

/// <summary>
/// Aspects in the order a sheet names them, kept once for all sheets read by one reader that name the same: a tree, each step one more aspect. A day holds a million
/// sheets and a few hundred orders.
/// </summary>
internal sealed class AspectKeys
{
    private const int MostKept = 100_000, MostNext = 1_000; // what senders make up beyond this is not kept for others

    private readonly byte[] name;
    private readonly AspectKeys root;
    private readonly AspectKeys? before;
    private int kept; // the root's
    private AspectKeys[] next = [];
    private AspectId[]? ids;
    private Dictionary<AspectId, int>? places;

    /// <summary>None named yet: where a reader begins.</summary>
    public AspectKeys()
        : this(null, default, [])
    {
    }

    private AspectKeys(AspectKeys? before, AspectId id, byte[] name)
    {
        (this.before, this.name, Id) = (before, name, id);
        root = before?.root ?? this;
        Count = before is null ? 0 : before.Count + 1;
    }

    /// <summary>None named yet.</summary>
    public AspectKeys None => root;

    public int Count { get; }

    /// <summary>An aspect is named twice.</summary>
    public bool Repeats => Places.Count < Count;

    public IReadOnlyList<AspectId> Ids => ids ??= MakeIds();

    private AspectId Id { get; }

    // Made where somebody asks, at the end of an order: on the way to it a sheet of many names would cost their square.
    private Dictionary<AspectId, int> Places => places ??= MakePlaces();

    /// <summary>−1: not among them.</summary>
    public int PlaceOf(AspectId id) => Places.GetValueOrDefault(id, -1);

    /// <summary>These and the property name the reader stands on.</summary>
    public AspectKeys Then(ref Utf8JsonReader reader)
    {
        foreach (var known in next)
        {
            if (reader.ValueTextEquals(known.name))
            {
                return known;
            }
        }

        return Then(new AspectId(reader.GetString()!)); // not null: a property name
    }

    /// <summary>These and the name of a member.</summary>
    public AspectKeys Then(JsonProperty member)
    {
        foreach (var known in next)
        {
            if (member.NameEquals(known.name))
            {
                return known;
            }
        }

        return Then(new AspectId(member.Name));
    }

    public AspectKeys Then(AspectId id)
    {
        lock (root)
        {
            foreach (var known in next)
            {
                if (known.Id == id)
                {
                    return known;
                }
            }

            var made = new AspectKeys(this, id, System.Text.Encoding.UTF8.GetBytes(id.Value));
            if (root.kept < MostKept && next.Length < MostNext)
            {
                root.kept++;
                next = [.. next, made];
            }

            return made;
        }
    }

    private AspectId[] MakeIds()
    {
        var all = new AspectId[Count];
        for (var key = this; key.before is not null; key = key.before)
        {
            all[key.Count - 1] = key.Id;
        }

        return all;
    }

    private Dictionary<AspectId, int> MakePlaces()
    {
        var all = new Dictionary<AspectId, int>(Count);
        for (var i = 0; i < Count; i++)
        {
            all[Ids[i]] = i;
        }

        return all;
    }
}
