// What a record looks like in JSON, taken from its constructor: the records are the schema.
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Scoring.Core.Files;

/// <summary>A record's properties as JSON knows them, with what its parameters say about null and defaults.</summary>
internal sealed class Shape
{
    // A memo of what the compiler fixed: it never changes.
    private static readonly ConcurrentDictionary<Type, Shape> Known = new();
    private readonly ConstructorInfo constructor;

    private Shape(Type type)
    {
        constructor = type.GetConstructors().Single(c => c.GetParameters() is not [var only] || only.ParameterType != type);
        var nullability = new NullabilityInfoContext();
        Properties = [.. constructor.GetParameters().Select(p => new Property(p, nullability))];
    }

    public IReadOnlyList<Property> Properties { get; }

    public static Shape Of(Type type) => Known.GetOrAdd(type, t => new Shape(t));

    public object Make(object?[] values) => constructor.Invoke(values);

    /// <summary>The cases of an abstract record by the value of its discriminator, and the discriminator's name.</summary>
    public static (string Discriminator, IReadOnlyDictionary<string, Type> Cases)? CasesOf(Type type) =>
        type.GetCustomAttribute<JsonPolymorphicAttribute>() is { TypeDiscriminatorPropertyName: { } name }
            ? (name, type.GetCustomAttributes<JsonDerivedTypeAttribute>().ToDictionary(d => (string)d.TypeDiscriminator!, d => d.DerivedType, StringComparer.Ordinal))
            : null;
}

internal sealed class Property
{
    public Property(ParameterInfo parameter, NullabilityInfoContext nullability)
    {
        Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
        Type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        MayBeNull = nullability.Create(parameter).WriteState == NullabilityState.Nullable;
        Required = !parameter.HasDefaultValue && !MayBeNull;
        Default = parameter.HasDefaultValue ? parameter.DefaultValue : null;
        if (Default is not null && Type.IsEnum)
        {
            Default = Enum.ToObject(Type, Default);
        }
    }

    public string Name { get; }
    public Type Type { get; }
    public bool MayBeNull { get; }
    public bool Required { get; }
    public object? Default { get; }
}
