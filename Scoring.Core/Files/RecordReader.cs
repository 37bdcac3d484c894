// Reads JSON into records and reports every wrong shape with its path, instead of throwing at the first.
using Scoring.Core.Checking;
using System.Collections;
using System.Runtime.InteropServices;
using System.Text.Json;
using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Files;

/// <summary>A walk over a document along the records' shapes. Whatever cannot be read is reported and a stand-in takes its place, so that the rest is still checked.</summary>
internal sealed class RecordReader(Findings findings)
{
    private readonly AspectKeys none = new();

    public T Read<T>(JsonElement root, string path = "$") => (T)Value(typeof(T), root, path)!;

    private object? Value(Type type, JsonElement json, string path) => type switch
    {
        _ when findings.Full => StandIn(type),
        _ when type == typeof(Entry) => ReadEntry(json, path),
        _ when type == typeof(IReadOnlyDictionary<AspectId, Entry>) => Marks(json, path),
        _ when ScalarReader.Reads(type) => ScalarReader.Read(type, json, path, findings),
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => List(type.GenericTypeArguments[0], json, path),
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) =>
            Map(type.GenericTypeArguments[0], type.GenericTypeArguments[1], json, path),
        _ => Record(type, json, path),
    };

    private object Record(Type type, JsonElement json, string path)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            findings.Unreadable(path, Show(json), $"应为对象 {{ … }}");
            return StandIn(type);
        }

        var members = Members(json, path);
        if (Shape.CasesOf(type) is not var (discriminator, cases))
        {
            return Fill(Shape.Of(type), members, path, null, reportUnknown: true);
        }

        var kind = members.TryGetValue(discriminator, out var k) && k.ValueKind == JsonValueKind.String ? k.GetString()! : null;
        if (kind is not null && cases.TryGetValue(kind, out var known))
        {
            return Fill(Shape.Of(known), members, path, discriminator, reportUnknown: true);
        }

        // What all cases share is still read, so that sums and ids are checked.
        findings.Unreadable(
            At(path, discriminator), k.ValueKind == JsonValueKind.Undefined ? $"缺少" : Show(k), $"应为 {Nearest.List([.. cases.Keys])}{Nearest.Hint(kind ?? "", cases.Keys)}");
        return Fill(Shape.Of(cases.Values.First()), members, path, discriminator, reportUnknown: false);
    }

    private Dictionary<string, JsonElement> Members(JsonElement json, string path)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            if (!members.TryAdd(member.Name, member.Value))
            {
                findings.Error(At(path, member.Name), $"写了两次", $"同一处的名称只能出现一次");
            }
        }

        return members;
    }

    private object Fill(Shape shape, Dictionary<string, JsonElement> members, string path, string? discriminator, bool reportUnknown)
    {
        var names = shape.Properties.Select(p => p.Name).ToList();
        foreach (var name in members.Keys.Where(n => reportUnknown && n != discriminator && !names.Contains(n)))
        {
            findings.Error(At(path, name), $"没有这一项", $"此处可以写 {Nearest.List(names)}{Nearest.Hint(name, names)}");
        }

        return shape.Make([.. shape.Properties.Select(p => PropertyValue(p, members, At(path, p.Name)))]);
    }

    private object? PropertyValue(Property property, Dictionary<string, JsonElement> members, string path)
    {
        if (!members.TryGetValue(property.Name, out var json))
        {
            if (!property.Required)
            {
                return property.Default;
            }

            findings.Unreadable(path, $"缺少", $"必须写出，{Expected(property.Type)}");
            return StandIn(property.Type);
        }

        if (json.ValueKind != JsonValueKind.Null)
        {
            return Value(property.Type, json, path);
        }

        if (property.MayBeNull)
        {
            return null;
        }

        findings.Unreadable(path, $"null", Expected(property.Type));
        return StandIn(property.Type);
    }

    private object List(Type item, JsonElement json, string path)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            findings.Unreadable(path, Show(json), $"应为列表 [ … ]");
            return StandIn(typeof(IReadOnlyList<>).MakeGenericType(item));
        }

        var list = Array.CreateInstance(item, json.GetArrayLength());
        var index = 0;
        foreach (var element in json.EnumerateArray())
        {
            list.SetValue(Value(item, element, $"{path}[{index}]"), index++);
        }

        return list;
    }

    private object Map(Type key, Type value, JsonElement json, string path)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, value))!;
        if (json.ValueKind != JsonValueKind.Object)
        {
            findings.Unreadable(path, Show(json), $"应为对象 {{ … }}");
            return map;
        }

        foreach (var (name, element) in Members(json, path))
        {
            map[ScalarReader.Key(key, name)] = Value(value, element, At(path, name));
        }

        return map;
    }

    // A large file has half a million: sheets share their keys, and the place of a figure is spelled out only when it is wrong.
    private SheetMarks Marks(JsonElement json, string path)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            findings.Unreadable(path, Show(json), $"应为对象 {{ … }}");
            return SheetMarks.Of(none, []);
        }

        var keys = none;
        var entries = new List<Entry>(json.GetPropertyCount());
        foreach (var member in json.EnumerateObject())
        {
            keys = keys.Then(member);
            entries.Add(ScalarReader.Number(member.Value) is { } number ? Entry.Of(number)
                : (Entry)Value(typeof(Entry), member.Value, At(path, member.Name))!);
        }

        foreach (var twice in keys.Repeats ? keys.Ids.CountBy(id => id).Where(id => id.Value > 1) : [])
        {
            findings.Error(At(path, twice.Key.Value), $"写了两次", $"同一处的名称只能出现一次");
        }

        return SheetMarks.Of(keys, CollectionsMarshal.AsSpan(entries));
    }

    private object ReadEntry(JsonElement json, string path)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Number or JsonValueKind.String when ScalarReader.Figure(json, path, findings) is { } figure:
                return Entry.Of(figure);
            case JsonValueKind.Number or JsonValueKind.String:
                return default(Entry);
            case JsonValueKind.Array:
                return Entry.Of((IReadOnlyList<string>)List(typeof(string), json, path));
            default:
                findings.Unreadable(path, Show(json), $"应为数字，答案类评分点为文字列表 [ … ]");
                return default(Entry);
        }
    }

    /// <summary>Something harmless of the type, where the file has nothing usable.</summary>
    private static object StandIn(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            return Array.CreateInstance(type.GenericTypeArguments[0], 0);
        }

        if (type.IsGenericType)
        {
            return Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GenericTypeArguments))!;
        }

        if (type == typeof(Entry) || ScalarReader.Reads(type))
        {
            return ScalarReader.StandIn(type);
        }

        var shape = Shape.Of(Shape.CasesOf(type)?.Cases.Values.First() ?? type);
        return shape.Make([.. shape.Properties.Select(p => p.Required ? StandIn(p.Type) : p.Default)]);
    }

    private static Saying Expected(Type type) =>
        ScalarReader.Reads(type) ? ScalarReader.Expected(type)
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? (Saying)$"应为列表 [ … ]"
        : $"应为对象 {{ … }}";

    /// <summary>The path of a member; names that are no plain word are quoted.</summary>
    internal static string At(string path, string name) =>
        name.Length is > 0 and <= 60 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? $"{path}.{name}" : $"{path}[\"{(name.Length <= 60 ? name : name[..60] + "…")}\"]";

    internal static Saying Show(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => $"对象 {{ … }}",
        JsonValueKind.Array => $"列表 [ … ]",
        JsonValueKind.String => Findings.Quote(json.GetString()!),
        _ => json.GetRawText() is { Length: <= 40 } raw ? $"{raw}" : (Saying)$"{json.GetRawText()[..39]}…",
    };
}
