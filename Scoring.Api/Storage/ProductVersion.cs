using System.Reflection;

namespace Scoring.Api.Storage;

/// <summary>Which version of the program this is, e.g. 0.1.0; written into archives.</summary>
public static class ProductVersion
{
    public static string Current { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
