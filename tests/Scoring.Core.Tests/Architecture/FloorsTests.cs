using ArchUnitNET.Domain;
using ArchUnitNET.Fluent.Slices;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using Scoring.Core.Definition;

namespace Scoring.Core.Tests.Architecture;

/// <summary>Core's house: a room (folder, namespace) leans only on rooms of the floors below it, or on those beside it that are named before it.</summary>
public sealed class FloorsTests
{
    /// <summary>From the ground up; within a floor a room may lean on those left of it.</summary>
    private static readonly string[][] Floors =
    [
        ["Sayings"],
        ["Definition", "People"],
        ["Checking", "Marking", "Certificates", "Json", "Panels"],
        ["Ledger", "Ledger.Events", "Ranking", "Awards", "Review", "Boards"],
        ["Fold.State", "Fold.Results", "Fold.Public", "Contracts"],
        ["Scoring", "Teams", "Lists", "Draw", "Files", "Files.Computing"],
        ["Phases", "Publication", "Setup", "Issuing", "Branches"],
        ["Effects"],
    ];

    private static readonly ArchUnitNET.Domain.Architecture Core = new ArchLoader().LoadAssembly(typeof(Competition).Assembly).Build();

    [Fact]
    public void A_room_leans_only_on_rooms_below_it()
    {
        var height = Floors.SelectMany(f => f).Select((room, i) => (room, i)).ToDictionary(r => r.room, r => r.i);
        var wrong = Core.Types
            .Where(t => Room(t) is not null && t is not GenericParameter)
            .SelectMany(t => t.Dependencies.Where(d => d.Target is not GenericParameter).Select(d => (From: t, To: d.Target)))
            .Where(d => Room(d.To) is { } to && to != Room(d.From) && height[to] > height[Room(d.From)!])
            .Select(d => $"{Room(d.From)}/{d.From.Name} → {Room(d.To)}/{d.To.Name}")
            .Distinct(StringComparer.Ordinal);

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_circle_of_rooms() =>
        SliceRuleDefinition.Slices().Matching("Scoring.Core.(*)").Should().BeFreeOfCycles().Check(Core);

    [Fact]
    public void Every_room_has_its_floor()
    {
        var rooms = Core.Types.Select(Room).OfType<string>().ToHashSet(StringComparer.Ordinal);

        Assert.Equal(Floors.SelectMany(f => f).Order(StringComparer.Ordinal), rooms.Order(StringComparer.Ordinal));
    }

    private static string? Room(IType type) =>
        type.Namespace.FullName is var name && name.StartsWith("Scoring.Core.", StringComparison.Ordinal) ? name["Scoring.Core.".Length..] : null;
}
