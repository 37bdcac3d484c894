using System.Reflection;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Sayings;

namespace Scoring.Core.Tests.Architecture;

/// <summary>
/// Core says sayings and finishes no sentence: a reason, a refusal or a finding is kept as a <see cref="Saying"/>. That none is made of a
/// finished string, nor a refusal of a code in quotes, the compiler sees to: there is no such conversion.
/// </summary>
public sealed class SayingsHeldTests
{
    /// <summary>What goes over the wire and onto screens: the sentence has been made.</summary>
    private static readonly string[] Edges = ["Scoring.Core.Contracts", "Scoring.Core.Boards"];

    /// <summary>Names under which a type keeps what it says. Typed by people are Reason, Note, Text, Answer and Remark.</summary>
    private static readonly string[] Said =
    [
        "Words", "Message", "Because", "Missing", "Allowed", "Found", "Flaw", "PanelOpen", "Provisional", "MayMove", "AwardReason",
        "Explanation", "Outcomes",
    ];

    private const BindingFlags Own =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static IEnumerable<PropertyInfo> Kept => typeof(Competition).Assembly.GetTypes()
        .Where(t => t.Namespace is { } room && room.StartsWith("Scoring.Core.", StringComparison.Ordinal) && !Edges.Contains(room))
        .SelectMany(t => t.GetProperties(Own)).Where(p => Said.Contains(p.Name));

    [Fact]
    public void Nothing_that_is_said_is_kept_as_a_finished_sentence() =>
        Assert.Empty(Kept.Where(p => HoldsText(p.PropertyType)).Select(p => $"{p.DeclaringType!.Name}.{p.Name}"));

    [Fact]
    public void Sayings_are_found_where_they_are_looked_for() =>
        Assert.True(Kept.Count(p => p.PropertyType == typeof(Saying)) > 20);

    [Fact]
    public void No_string_becomes_a_saying_and_none_a_code()
    {
        Assert.DoesNotContain(typeof(Saying).GetMethods(), m => m.Name is "op_Implicit" or "op_Explicit");
        Assert.True(typeof(Refusal).IsEnum);
    }

    private static bool HoldsText(Type type) => type == typeof(string) || (type.IsGenericType && type.GetGenericArguments()[^1] is var last
        && type.GetGenericTypeDefinition() != typeof(Func<,>) && HoldsText(last));
}
