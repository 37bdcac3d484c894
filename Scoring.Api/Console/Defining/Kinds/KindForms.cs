using System.Reflection;
using System.Text.Json.Serialization;
using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining.Kinds;

/// <summary>Every kind's form: whatever derives from <see cref="KindForm"/>, in the order Core names the kinds.</summary>
public static class KindForms
{
    private static readonly Dictionary<Type, KindForm> ByRecord = typeof(KindForm).Assembly.GetTypes()
        .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(KindForm)))
        .Select(t => (KindForm)Activator.CreateInstance(t)!) // not null: a class
        .ToDictionary(f => f.Record);

    /// <summary>By their names in the competition file.</summary>
    public static IReadOnlyList<(string Key, KindForm Form)> All { get; } =
    [
        .. typeof(Aspect).GetCustomAttributes<JsonDerivedTypeAttribute>()
            .Select(k => ((string)k.TypeDiscriminator!, ByRecord.TryGetValue(k.DerivedType, out var form)
                ? form // not null: each has a name
                : throw new InvalidOperationException($"the kind {k.TypeDiscriminator} has no form in Console/Defining/Kinds"))),
    ];

    public static (string Key, KindForm Form) Of(Aspect aspect) => All.First(k => k.Form.Record == aspect.GetType());

    /// <summary>By its name in the competition file, or as people write it; null: none.</summary>
    public static (string Key, KindForm Form)? Named(string name) =>
        All.Where(k => k.Key == name || k.Form.Name == name).
            Concat(All.Where(k => name.Length > 0 && k.Form.Name.StartsWith(name, StringComparison.Ordinal)))
            .Select(k => ((string, KindForm)?)k).FirstOrDefault();
}
