using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Scoring.Core.Definition;
using Scoring.Core.Json;
using Scoring.Core.Marking;

namespace Scoring.Core.Tests.Contracts;

/// <summary>
/// The contracts as TypeScript, in the JSON that <see cref="ScoringJson"/> writes: an interface a hub, a type a record, a union an enum.
/// What may be null is left out on the wire, so it is optional; what a browser sends may also lack what has a default.
/// </summary>
internal sealed class WireText
{
    private const int Width = 140;
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Plain = new()
    {
        [typeof(string)] = "string", [typeof(Guid)] = "string",
        [typeof(DateTimeOffset)] = "string", [typeof(DateOnly)] = "string", [typeof(TimeOnly)] = "string",
        [typeof(decimal)] = "number", [typeof(int)] = "number", [typeof(long)] = "number", [typeof(bool)] = "boolean",
        [typeof(Entry)] = nameof(Entry),
    };

    private const string Entries =
        $"/** A figure, the same as text, or answers field by field. */\nexport type {nameof(Entry)} = number | string | string[];\n";

    private readonly Dictionary<Type, bool> types = []; // true: only ever sent by a browser
    private readonly Queue<Type> open = [];

    /// <param name="hubs">Called by browsers.</param>
    /// <param name="clients">Called by the server.</param>
    /// <param name="answers">Of plain requests.</param>
    /// <returns>What is said, and the hubs' methods that say it.</returns>
    public static (string Types, string Methods) Of(IEnumerable<Type> hubs, IEnumerable<Type> clients, IEnumerable<Type> answers)
    {
        var wire = new WireText();
        foreach (var answer in answers)
        {
            wire.Meet(answer, fromBrowser: false);
        }

        // What the server says first: a type that goes both ways is always whole when it comes from there.
        string[] texts =
            [.. clients.Select(c => wire.Interface(c, fromBrowser: false)), .. hubs.Select(h => wire.Interface(h, fromBrowser: true))];
        wire.Follow();
        var named = wire.types.Keys.OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        var methods = string.Join("\n", texts);
        var used = named.Select(t => t.Name).Where(n => Regex.IsMatch(methods, $@"\b{n}\b", RegexOptions.None, TimeSpan.FromSeconds(1)));
        return (
            $"{Entries}\n{string.Concat(named.Select(wire.Declaration))}",
            $"{Wrapped("import type {", [.. used], ",", " } from './wire';\n")}\n{methods}");
    }

    private void Meet(Type type, bool fromBrowser)
    {
        if (types.TryAdd(type, fromBrowser))
        {
            open.Enqueue(type);
        }
    }

    private void Follow()
    {
        while (open.TryDequeue(out var type))
        {
            Declaration(type);
        }
    }

    private string Interface(Type hub, bool fromBrowser)
    {
        var text = new StringBuilder($"export interface {hub.Name[1..]} {{\n");
        _ = hub.GetMethods().Select(Answer).ToList(); // answers before questions, for the same reason
        Follow();
        foreach (var method in hub.GetMethods())
        {
            var asked = method.GetParameters().Select(p => $"{p.Name}: {OrNull(Nullability.Create(p), fromBrowser)}");
            text.Append($"  {method.Name}({string.Join(", ", asked)}): {(fromBrowser ? Answer(method) : "void")};\n");
        }

        Follow();
        return text.Append("}\n").ToString();
    }

    private string Answer(MethodInfo method)
    {
        var answer = Nullability.Create(method.ReturnParameter).GenericTypeArguments;
        return answer.Length == 0 ? "Promise<void>" : $"Promise<{OrNull(answer[0], fromBrowser: false)}>";
    }

    private string Declaration(Type type)
    {
        if (type.IsEnum)
        {
            return Union(type.Name, Enum.GetNames(type).Select(n => $"'{JsonNamingPolicy.CamelCase.ConvertName(n)}'"));
        }

        var json = ScoringJson.Options.GetTypeInfo(type);
        if (json.PolymorphismOptions is { } kinds)
        {
            foreach (var kind in kinds.DerivedTypes)
            {
                Meet(kind.DerivedType, types[type]);
            }

            return Union(type.Name, kinds.DerivedTypes.Select(k => k.DerivedType.Name));
        }

        var properties = json.Properties.Select(p => Property(p, types[type]));
        return Wrapped($"export interface {type.Name} {{", [.. Discriminator(type), .. properties], ";", " }\n");
    }

    /// <summary>What tells a type from its siblings; empty: it has none.</summary>
    private static IEnumerable<string> Discriminator(Type type) =>
        type.BaseType is { } above && above != typeof(object) && ScoringJson.Options.GetTypeInfo(above).PolymorphismOptions is { } kinds
            ? kinds.DerivedTypes.Where(k => k.DerivedType == type).Select(k => $"{kinds.TypeDiscriminatorPropertyName}: '{k.TypeDiscriminator}'")
            : [];

    private string Property(JsonPropertyInfo property, bool fromBrowser)
    {
        var value = Nullability.Create((PropertyInfo)property.AttributeProvider!); // a record's property
        var optional = value.ReadState == NullabilityState.Nullable
            || (fromBrowser && property.AssociatedParameter is { HasDefaultValue: true });
        return $"{property.Name}{(optional ? "?" : "")}: {TypeOf(value, fromBrowser)}";
    }

    private string OrNull(NullabilityInfo value, bool fromBrowser) =>
        TypeOf(value, fromBrowser) + (value.ReadState == NullabilityState.Nullable ? " | null" : "");

    private string TypeOf(NullabilityInfo value, bool fromBrowser)
    {
        var type = Nullable.GetUnderlyingType(value.Type) ?? value.Type;
        if (Plain.TryGetValue(type, out var plain))
        {
            return plain;
        }

        if (type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITextId<>)))
        {
            return "string";
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
        {
            return $"Record<string, {OrNull(value.GenericTypeArguments[1], fromBrowser)}>";
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var item = OrNull(value.GenericTypeArguments[0], fromBrowser);
            return item.Contains('|', StringComparison.Ordinal) ? $"({item})[]" : $"{item}[]";
        }

        Meet(type, fromBrowser);
        return type.Name;
    }

    private static string Union(string name, IEnumerable<string> members) => Wrapped($"export type {name} =", [.. members], " |", ";\n");

    private static string Wrapped(string start, IReadOnlyList<string> parts, string between, string end)
    {
        var text = new StringBuilder();
        var line = new StringBuilder(start);
        for (var i = 0; i < parts.Count; i++)
        {
            var part = " " + parts[i] + (i == parts.Count - 1 ? "" : between);
            if (line.Length + part.Length + end.Length > Width)
            {
                text.Append(line).Append('\n');
                line.Clear().Append(' ');
            }

            line.Append(part);
        }

        return text.Append(line).Append(end).ToString();
    }
}
