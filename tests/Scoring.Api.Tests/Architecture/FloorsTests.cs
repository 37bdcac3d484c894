using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;
using Scoring.Api.Hosting;

namespace Scoring.Api.Tests.Architecture;

/// <summary>The server's house: a room (first folder, namespace) leans only on rooms named before it, so there is no circle; the console's features know nothing of
/// each other's inside.</summary>
public sealed class FloorsTests
{
    /// <summary>From the ground up.</summary>
    private static readonly string[] Floors =
    [
        "Machine", "Help", "Storage", "Ledger", "Personal", "Security", "Tablets", "Certificates", "Lists", "Verify", "Files", "Screens",
            "Shelf", "Feed", "Hubs", "Branches", "Counters", "Doctor", "Demo", "Console",
        "Hosting", "Commands",
    ];

    /// <summary>What the console's features share: who has handed in what, and what a change would do.</summary>
    private static readonly string[] Shared = ["Progress", "Weighing"];

    private static readonly ArchUnitNET.Domain.Architecture Api = new ArchLoader().LoadAssembly(typeof(ScoringApp).Assembly).Build();

    [Fact]
    public void A_room_leans_only_on_rooms_below_it() =>
        Assert.Empty(Leanings(Room).Where(l => Array.IndexOf(Floors, l.To) > Array.IndexOf(Floors, l.From)).Select(l => l.Words));

    [Fact]
    public void Every_room_has_its_floor() =>
        Assert.Equal(Floors.Order(StringComparer.Ordinal), Api.Types.Select(Room).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public void No_feature_of_the_console_knows_anothers_inside() =>
        Assert.Empty(Leanings(Feature).Where(l => !Shared.Contains(l.To)).Select(l => l.Words));

    [Fact]
    public void Every_connection_to_a_database_is_opened_in_one_place() =>
        Assert.Equal(
            ["SqliteFile"],
            Api.Types.Where(t => t.GetCalledMethods().Any(m =>
                m.DeclaringType.FullName == "Microsoft.Data.Sqlite.SqliteConnection" && m.Name.StartsWith(".ctor", StringComparison.Ordinal)))
                .Select(t => t.Name).Distinct(StringComparer.Ordinal));

    private static IEnumerable<(string From, string To, string Words)> Leanings(Func<IType, string?> part) =>
        Api.Types.Where(t => t is not GenericParameter)
            .SelectMany(t => t.Dependencies.Select(d => (From: t, To: d.Target)))
            .Where(d => d.To is not GenericParameter && part(d.From) is not null && part(d.To) is not null && part(d.From) != part(d.To))
            .Select(d => (part(d.From)!, part(d.To)!, $"{part(d.From)}/{d.From.Name} → {part(d.To)}/{d.To.Name}"))
            .Distinct();

    private static string? Room(IType type) => Part(type, "Scoring.Api.");

    private static string? Feature(IType type) => Part(type, "Scoring.Api.Console.");

    private static string? Part(IType type, string under) =>
        type.Namespace.FullName is var name && name.StartsWith(under, StringComparison.Ordinal) ? name[under.Length..].Split('.')[0] : null;
}
